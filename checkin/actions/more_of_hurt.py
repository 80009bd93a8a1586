"""More words of what a person told by text: they stand with it, and whoever has it is told."""

from collections.abc import Collection

from checkin.actions.alert_again import more_was_said
from checkin.actions.call_anew import is_called_anew
from checkin.actions.calls import is_a_call
from checkin.actions.close_telling import close_telling, open_tellings
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.hearing import Hearing
from checkin.actions.loops import raise_loop
from checkin.actions.tell_of_call import tell_all
from checkin.actions.tell_who_called import HURT, told_to
from checkin.actions.who_hurts import around_them
from checkin.actions.who_knows import raised_by_answers
from checkin.actions.whom_a_step_tells import whom
from checkin.conversation.flows.leaned_on import TELL_SOMEONE
from checkin.conversation.flows.level import LEVELS
from checkin.conversation.replies.hurt_by import HurtBy
from checkin.conversation.replies.named_too import named_too
from checkin.conversation.talking.given import Given
from checkin.for_whom.addressees import ForTelling
from checkin.for_whom.hurt_told import asks_beside
from checkin.lives.alert import LIVE
from checkin.storage import (
    alert_steps,
    answers,
    check_ins,
    flows,
    messages,
    people,
    texts_heard,
    which_alerts,
    which_check_ins,
)
from checkin.storage.kept_from import kept_out_of
from checkin.storage.tables import AlertRow, CheckInRow
from checkin.storage.written_down import is_written_down

MORE = "words"
BY_TEXT = "By text."
"""What a call says of a text that is a telling too, and stands there alone."""
CRIES = "{person} calls for help."


def told_alerts(check_in: CheckInRow) -> list[AlertRow]:
    """Return the open alerts that a telling raised: first the one that calls at once."""
    live = (one for one in raised_by_answers(check_in.id) if one.state in LIVE and not one.task)
    return sorted(live, key=lambda one: (LEVELS.index(one.level), one.opened_at, one.id))


def told_and_open(person_id: str) -> CheckInRow | None:
    """Return what a person told by text last, of what somebody is to act on."""
    told = which_check_ins.told_by_text(open_tellings(person_id).keys(), TELL_SOMEONE)
    return next((one for one in told if _goes_on(one)), None)


def _goes_on(told: CheckInRow) -> bool:
    """Say whether somebody is to act on what they told themselves: not alone on who rings them since it was closed."""
    acts = any(not is_called_anew(one) for one in told_alerts(told))
    return acts and not is_written_down(told)


def told_before(person_id: str) -> bool:
    """Say whether they told of a hurt before, open or closed."""
    return bool(which_alerts.raised_of_person(person_id, HURT))


def told_on_a_page(person_id: str) -> CheckInRow | None:
    """Return what they told last of what is kept from somebody, and somebody is to act on."""
    told = (check_ins.the_check_in(one) for one in open_tellings(person_id))
    acted_on = (one for one in told if _goes_on(one))
    return max(acted_on, key=lambda one: (one.due_at, one.id), default=None)


def go_on_telling(hearing: Hearing, meant: ForTelling) -> None:
    """Keep words that go on with what was told; a call that came in its breath rings once more.

    Where they ask for somebody ("call me"), all who may know of it are rung, whoever has it.

    Whoever they name is kept out too, unless they are plainly asked for.
    """
    hearing.meant(texts_heard.TOLD, check_in_id=meant.id)
    if meant.courtesy:
        return
    people.held(hearing.person.id)
    by = named_too(meant.words, around_them(hearing.person.id), flows_in_use().library.language)
    asks = asks_beside(meant.words, hearing.journey)
    say_more(hearing, check_ins.the_check_in(meant.id), meant.words, by, cries=asks)
    not_first = kept_out_of([meant.id])
    for call in which_alerts.live_of_person(hearing.person.id):
        if is_a_call(call) and BY_TEXT in call.what:
            _was_told_more(call, hearing, not_first)


def say_more(
    hearing: Hearing, check_in: CheckInRow, words: str, by: HurtBy | None, *, cries: bool = False
) -> None:
    """Keep words with a telling, tell whoever has it or is being told, and say who that is.

    `by`: whom the words name, or that nobody can tell whom: it is kept from them from now on.
    `cries`: they call for help too, and all who may know of it are rung.
    """
    _keep(hearing, check_in, words, by)
    passed_on = close_telling(check_in, by, hearing.now) if by else ()
    alerts = told_alerts(check_in)
    if cries:
        tell_all(alerts, CRIES.format(person=hearing.person.called), hearing.now, by="call")
    for alert in alerts:
        if alert.id not in passed_on and not cries:
            _was_told_more(alert, hearing)
    message, values = told_to(alerts[0], "hurt_more", hearing.now)
    hearing.answer(message, alert_id=alerts[0].id, check_in_id=check_in.id, **values)


def _keep(hearing: Hearing, check_in: CheckInRow, words: str, by: HurtBy | None) -> None:
    given = Given(step=MORE, asked=answers.SAID_AFTERWARDS, words=words, how="words")
    hurt = {MORE: by} if by else {}
    language = flows.version(check_in.flow_version_id or "").language
    check_in.turns += 1
    answers.put(check_in, (given,), language=language, now=hearing.now, sent=True, hurt=hurt)
    raise_loop(check_in, given, hearing.now, apart=hearing.heard.id)


def _was_told_more(alert: AlertRow, hearing: Hearing, not_first: Collection[str] = ()) -> None:
    steps, told = more_was_said(alert, whom(alert), hearing.now, not_first)
    alert_steps.add_steps(steps)
    messages.put(told)
