"""A call for help rings only those from whom the person keeps what they told: others are told at once.

Whoever may know of that telling is told on it, wherever they are, and it goes on until one of them
acts; nobody from whom it is kept meets anything of it, and the call itself rings as it would.
Source: trust.md A2, thresholds.md T15.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from checkin.actions.calls import FOR_HELP, is_a_call
from checkin.actions.said_in import said_in
from checkin.actions.telling import reached_by, tell_rows, told_steps
from checkin.actions.whom_a_step_tells import Whom, whom
from checkin.actions.zones import zone_of
from checkin.agreements.happened import ToldOutside
from checkin.agreements.ladder import By, Tell, next_tell
from checkin.agreements.times import local
from checkin.agreements.told_outside import for_those_outside_too, is_called_already
from checkin.lives.alert_moves import Press, moved
from checkin.storage import alert_life, alert_steps, messages, what_was_sent, which_alerts
from checkin.storage import staff as staff_kept
from checkin.storage.alert_steps import AlertStep
from checkin.storage.kept_from import Confided, confided
from checkin.storage.tables import AlertRow
from checkin.wording import in_a_row, plain_time

CALLED = "{person} called for help at {time}. It rings {names}."
NOBODY = "nobody"


class Told(NamedTuple):
    """What a person told of which somebody is to act: from whom it is kept, and its open alerts."""

    kept: Confided
    alerts: list[AlertRow]


def tell_of_call(person_id: str, now: datetime) -> Mapping[str, ToldOutside]:
    """Tell whoever may know of what is kept from all whom a call rings now.

    Return, by check-in, what is to be told to those outside besides.
    """
    live = which_alerts.live_of_person(person_id)
    calls = [one for one in live if one.kind in FOR_HELP]
    rung = [one for one in calls if what_was_sent.last_rung_for(one.id) in (None, now)]
    outside: dict[str, ToldOutside] = {}
    phones: set[str] = set()
    for call in rung:
        rings = what_was_sent.told_last(call.id)
        for check_in_id, told in told_apart_from(rings, live).items():
            those = whom(told.alerts[0])
            words = _rings(call, rings, those, now)
            tell_all(told.alerts, words, now, by="call", rung=phones)
            too = for_those_outside_too(check_in_id, said_in({check_in_id}, now)[check_in_id])
            if too and not is_called_already(too, [one.level for one in told.alerts]):
                outside[check_in_id] = too
    return outside


def told_apart_from(those: Collection[str], live: Iterable[AlertRow]) -> dict[str, Told]:
    """Return, by check-in, what is kept from all of these (staff ids)."""
    return {
        key: told
        for key, told in told_apart(live).items()
        if all(told.kept.is_closed_to(staff_id) for staff_id in those)
    }


def told_apart(live: Iterable[AlertRow]) -> dict[str, Told]:
    """Return, by check-in, all that is kept from anybody."""
    told: dict[str, list[AlertRow]] = {}
    for one in live:
        if one.check_in_id and not is_a_call(one):
            told.setdefault(one.check_in_id, []).append(one)
    return {
        key: Told(
            one, sorted(told[key], key=lambda row: (row.level != "now", row.opened_at, row.id))
        )
        for key, one in confided(told.keys()).items()
    }


def tell_all(
    alerts: Iterable[AlertRow],
    words: str,
    now: datetime,
    *,
    by: By | None = None,
    rung: set[str] | None = None,
) -> None:
    """Tell all who may know of it, each once, though they have it or said that they cannot.

    What still waits to go out of it would ring the same phones twice, and does not. `by`: how,
    where it is not as the step at which each stands. `rung`: whose phones (staff ids) ring for
    something else of this moment already; whoever is told now is added.
    """
    rung = set() if rung is None else rung
    for alert in alerts:
        life = alert_life.live(alert)
        step = next_tell(life.level, life.step, now, task=life.task)
        tell = Tell(life.step, (), by or step.by, life.next_at)
        may = whom(alert).contacts.may_know(alert, now, life.step)
        others = [one for key, one in may.items() if key not in rung]
        staff = reached_by(tell, others, apart=True)
        heard = AlertStep(alert.id, now, "heard", words, to=moved(Press(life), now))
        told = told_steps(alert.id, tell, staff, now) if staff or not rung else ()
        alert_steps.add_steps([heard, *told])
        if tell.by != "list":
            messages.cancel_for_alert(alert.id, now)
        messages.put(tell_rows(alert, tell, staff, now, life.round + 1, called=words))
        rung.update(one.id for one in staff)


def _rings(call: AlertRow, rings: Collection[str], those: Whom, now: datetime) -> str:
    """Say when they called, and whom it rings."""
    named = staff_kept.staff_by_id(rings)
    names = in_a_row(sorted(one.called for one in named.values())) or NOBODY
    at = plain_time(local(now, zone_of(those.agreement, call.house_id)))
    return CALLED.format(person=those.person.called if those.person else "", time=at, names=names)
