"""Whoever closes a call and reached its person: what that person missed rings nobody any more.

It says so to all who may know of both; whoever closes the one can close the others with it.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from checkin.actions.calls import AGREED_WORD, MISSED, WAITS_FOR_STAFF
from checkin.actions.heard_of import rings_no_more
from checkin.actions.unseen_steps import unseen_steps
from checkin.actions.who_may_take import whose_it_is
from checkin.actions.whom_a_step_tells import whom
from checkin.agreements.times import local
from checkin.lives.alert import Claimed, Open
from checkin.lives.alert_moves import Close, Take, moved
from checkin.storage import alert_life, alert_steps, alerts, houses, messages, people, which_alerts
from checkin.storage import staff as staff_kept
from checkin.storage.alert_steps import AlertStep
from checkin.storage.tables import AlertRow
from checkin.wording import plain_time

SPOKE, WITH_THEM = "Spoke to them", "Staff are with them"
GOT_HELP = "They got the help they asked for"
REACHED: Mapping[str, str] = {
    SPOKE: "{staff} spoke to {person} at {time}.",
    WITH_THEM: "Staff were with {person} at {time}. {staff} wrote it down.",
    GOT_HELP: "{person} got the help they asked for. {staff} wrote it down at {time}.",
}
"""Outcomes that say that somebody reached the person, and what is said of it on what they missed."""


def misses_besides(alert: AlertRow, staff_id: str, now: datetime) -> Sequence[AlertRow]:
    """Return what else the person of a call missed, that this one has or may take."""
    if alert.kind not in WAITS_FOR_STAFF:
        return ()
    live = which_alerts.live_of_person(alert.whose)
    misses = [one for one in live if one.kind == MISSED and one.id != alert.id]
    return [one for one in misses if _may_close(one, staff_id, now)]


def _may_close(miss: AlertRow, staff_id: str, now: datetime) -> bool:
    free = miss.taken_by in (None, staff_id)
    return free and whose_it_is(miss, staff_id, now) is None


def end_with_it(
    alert: AlertRow, close: Close, staff_id: str, also: Mapping[str, int], now: datetime
) -> None:
    """Close these misses (ids) too, and let the others of this person ring nobody.

    `also`: each with the last step that a page showed of it: where news came since it stays open.
    """
    ticked = [one for one in misses_besides(alert, staff_id, now) if one.id in also]
    seen = [one for one in ticked if not unseen_steps(one.id, staff_id, also[one.id])]
    for miss in seen:
        _close(alerts.the_alert(miss.id), close, staff_id, now)
    if close.outcome in REACHED and alert.kind in WAITS_FOR_STAFF - {AGREED_WORD}:
        words = _reached(alert, close, staff_id, now)
        rings_no_more(alert.whose, words, now, "heard", lambda miss: _all_know(miss, alert, now))


def end(alert_id: str, close: Close, said: str, staff_id: str, now: datetime) -> None:
    """Let an alert end, and nothing that waits to be sent of it go out."""
    step = AlertStep(alert_id, now, "closed", said, staff_id, moved(close, now))
    alert_steps.add_steps([step])
    messages.cancel_for_alert(alert_id, now)
    messages.cancel_said_of({alert_id}, now)


def _close(miss: AlertRow, close: Close, staff_id: str, now: datetime) -> None:
    """Close one with the outcome of the other; to have it for that promises the person nothing."""
    life = alert_life.live(miss)
    has_it = moved(Take(life, staff_id), now) if isinstance(life, Open) else life
    if has_it is not life:
        words = f"{_called(staff_id)} has it."
        alert_steps.add_steps([AlertStep(miss.id, now, "taken", words, staff_id, has_it)])
    if isinstance(has_it, Claimed):
        ending = Close(has_it, close.outcome, close.known_at)
        end(miss.id, ending, close.outcome, staff_id, now)


def _reached(alert: AlertRow, close: Close, staff_id: str, now: datetime) -> str:
    at = local(close.known_at or now, houses.house(alert.house_id).zone)
    name = people.name_of(people.the_person(alert.whose))
    said = REACHED[close.outcome]
    return said.format(staff=_called(staff_id), person=name, time=plain_time(at))


def _called(staff_id: str) -> str:
    return staff_kept.staff_by_id([staff_id])[staff_id].called


def _all_know(miss: AlertRow, alert: AlertRow, now: datetime) -> bool:
    """Say whether all who may know of what was missed may know of the call."""
    of_miss = whom(miss).contacts.may_know(miss, now, miss.step)
    return of_miss.keys() <= whom(alert).contacts.may_know(alert, now, alert.step).keys()
