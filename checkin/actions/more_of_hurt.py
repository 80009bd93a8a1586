"""More words of what a person told by text: they stand with it, and whoever has it is told."""

from checkin.actions.alert_again import more_was_said
from checkin.actions.hearing import Hearing
from checkin.actions.loops import raise_loop
from checkin.actions.may_see import is_a_call
from checkin.actions.tell_who_called import hurt_was_told
from checkin.actions.who_knows import raised_by_answers
from checkin.actions.whom_a_step_tells import whom
from checkin.conversation.replies.hurt_by import HurtBy
from checkin.conversation.talking.given import Given
from checkin.for_whom.addressees import ForTelling
from checkin.lives.alert import LIVE
from checkin.storage import (
    alert_steps,
    answers,
    check_ins,
    flows,
    messages,
    texts_heard,
    which_alerts,
)
from checkin.storage.tables import AlertRow, CheckInRow

MORE = "words"
BY_TEXT = "By text."
"""What a call says of a text that is a telling too, and stands there alone."""


def told_alerts(check_in: CheckInRow) -> list[AlertRow]:
    """Return the open alerts that a telling raised: first the one that calls at once."""
    live = (one for one in raised_by_answers(check_in.id) if one.state in LIVE and not one.task)
    return sorted(live, key=lambda one: (one.level != "now", one.opened_at, one.id))


def go_on_telling(hearing: Hearing, meant: ForTelling) -> None:
    """Keep words that go on with what was told; a call that came in its breath rings once more."""
    hearing.meant(texts_heard.TOLD, check_in_id=meant.id)
    if meant.courtesy:
        return
    say_more(hearing, check_ins.the_check_in(meant.id), meant.words)
    for call in which_alerts.live_of_person(hearing.person.id):
        if is_a_call(call) and BY_TEXT in call.what:
            _was_told_more(call, hearing)


def say_more(hearing: Hearing, check_in: CheckInRow, words: str, by: HurtBy | None = None) -> None:
    """Keep words with a telling, tell whoever has it or is being told, and say who that is."""
    given = Given(step=MORE, asked=answers.SAID_AFTERWARDS, words=words, how="words")
    hurt = {MORE: by} if by else {}
    language = flows.version(check_in.flow_version_id or "").language
    check_in.turns += 1
    answers.put(check_in, (given,), language=language, now=hearing.now, sent=True, hurt=hurt)
    raise_loop(check_in, given, hearing.now, apart=hearing.heard.id)
    alerts = told_alerts(check_in)
    for alert in alerts:
        _was_told_more(alert, hearing)
    message, values = hurt_was_told(alerts[0], hearing.now)
    hearing.answer(message, alert_id=alerts[0].id, check_in_id=check_in.id, **values)


def _was_told_more(alert: AlertRow, hearing: Hearing) -> None:
    steps, told = more_was_said(alert, whom(alert), hearing.now)
    alert_steps.add_steps(steps)
    messages.put(told)
