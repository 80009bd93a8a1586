"""Words name somebody: all the person told that is open is kept from them now, and goes on with others.

Whoever has an alert of it gives it up; whoever is being told of it is told no more; and it is never
with nobody. Source: trust.md A2, thresholds.md T15.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from checkin.actions.calls import is_a_call
from checkin.actions.give_back import tell_next
from checkin.actions.notice_who_left import notice_who_is_kept_out
from checkin.actions.tell_outside import tell_outside
from checkin.actions.tell_who_has_it import tell_who_has_it
from checkin.actions.who_knows import raised_by_answers
from checkin.actions.whom_a_step_tells import whom
from checkin.conversation.replies.hurt_by import HurtBy
from checkin.conversation.talking.given import Given
from checkin.lives.alert import LIVE, Claimed
from checkin.lives.alert_moves import GiveBack, TellNext, moved
from checkin.storage import (
    alert_life,
    alert_steps,
    alerts,
    answers,
    check_ins,
    flows,
    messages,
    people,
    what_was_sent,
    which_alerts,
)
from checkin.storage import staff as staff_kept
from checkin.storage.alert_steps import AlertStep
from checkin.storage.kept_from import Confided, confided, kept_out_of
from checkin.storage.tables import AlertRow, CheckInRow
from checkin.storage.written_down import written_down_among

KEPT_NOW = "They told more, and whom it is kept from changed."


def open_tellings(person_id: str) -> Mapping[str, Confided]:
    """Return what they told to some alone, of which somebody is to act, by check-in."""
    live = which_alerts.live_of_person(person_id)
    return confided({one.check_in_id for one in live if one.check_in_id and not is_a_call(one)})


def kept_out_now(person_id: str) -> frozenset[str]:
    """Return from whom something they told is kept that is open: all here, where nobody can tell who it was.

    Not what staff wrote down: it decides nothing of how the person is heard.
    """
    open_ = open_tellings(person_id)
    by_hand = written_down_among(open_.keys())
    told = {key: one for key, one in open_.items() if key not in by_hand}
    here = (
        [people.the_person(person_id).house_id] if any(one.unclear for one in told.values()) else []
    )
    return kept_out_of(told).union(one.id for one in staff_kept.staff_of_houses(here))


def close_telling(check_in: CheckInRow, by: HurtBy, now: datetime) -> Sequence[str]:
    """Let it, and whatever else they told that is open, go on without those whom words in it name.

    Return of which alerts others are told now.
    """
    return [*_go_on(check_in, now), *close_others(check_in, by, now)]


def close_others(check_in: CheckInRow, by: HurtBy, now: datetime) -> Sequence[str]:
    """Let whatever else they told that is open go on without those whom words in this one name."""
    others = [_kept_too(one, by, now) for one in _open_to_those(check_in, by)]
    return [alert for one in others for alert in _go_on(one, now)]


def _open_to_those(check_in: CheckInRow, by: HurtBy) -> Iterator[CheckInRow]:
    for key, told in open_tellings(check_in.person_id).items():
        if key != check_in.id and not told.keeps_out(by.named):
            yield check_ins.the_check_in(key)


def _kept_too(check_in: CheckInRow, by: HurtBy, now: datetime) -> CheckInRow:
    """Keep it from them, and say no word there of what was told elsewhere."""
    given = Given(step="", asked=answers.SAID_ELSEWHERE, how="words")
    language = flows.version(check_in.flow_version_id or "").language
    answers.put(check_in, (given,), language=language, now=now, sent=True, hurt={"": by})
    return check_in


def _go_on(check_in: CheckInRow, now: datetime) -> Sequence[str]:
    """Let it go on with others where those who have it may not see it any more."""
    tell_outside(check_in, now)
    live = [one.id for one in raised_by_answers(check_in.id) if one.state in LIVE]
    passed_on = [one for one in live if _pass_on(alerts.the_alert(one), now)]
    messages.cancel_said_of(passed_on, now)
    notice_who_is_kept_out(check_in, now)
    tell_who_has_it(check_in.person_id, now)
    return passed_on


def _pass_on(alert: AlertRow, now: datetime) -> bool:
    """Tell others of it where none of those who have it, or are told, may see it; say whether so."""
    life = alert_life.live(alert)
    has_it = {life.owner} if isinstance(life, Claimed) else what_was_sent.told_last(alert.id)
    may = whom(alert).may_hear(now).keys()
    messages.cancel_for_others(alert.id, may, now)
    if not has_it or not has_it.isdisjoint(may):
        return False
    to = moved(GiveBack(life) if isinstance(life, Claimed) else TellNext(life), now)
    alert_steps.add_steps([AlertStep(alert.id, now, "heard", KEPT_NOW, to=to)])
    tell_next(alert, now)
    return True
