"""Who looks at what a person has sent, and by when: named after it was sent (flow-library.md B.2).

It is whoever has each alert and task that it raised and that is open: took it, was told, or whose
list it is on. A time is said only where an alert or a task really has one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from checkin.actions.calls import PRESSING
from checkin.actions.said_in import said_in
from checkin.actions.telling import reached_by
from checkin.actions.who_knows import raised_by_answers
from checkin.actions.whom_a_step_tells import whom
from checkin.agreements.advocate import ADVOCATE_ASKED, knows_whom_to_ring
from checkin.agreements.by_day import told_at
from checkin.agreements.errands import ABOUT_A_PROMISE, ERRANDS
from checkin.agreements.ladder import next_tell
from checkin.agreements.seen import Said, Words
from checkin.agreements.will_see import those_who_may
from checkin.lives.alert import LIVE
from checkin.storage import alert_life, nobody_told, what_was_sent, which_alerts
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow, CheckInRow, MessageRow, PersonRow, Staff


@dataclass(frozen=True, slots=True)
class Looks:
    """Who looks at it (nobody: no one here may), and until when it is to be done, if ever.

    `unreached`: those who should be told of it were tried, and nobody could be reached yet.
    `all_cannot`: all who may do it said that they cannot, and nobody does.
    `does`: the kind of what they do beside the words. `late`: it was to be done, or the next one was rung, and nobody took it.
    """

    staff: tuple[Staff, ...]
    do_by: datetime | None = None
    unreached: bool = False
    does: str = ""
    late: bool = False
    all_cannot: bool = False


def who_looks(check_in: CheckInRow, now: datetime) -> tuple[Looks, ...]:
    """Return all who look at a check-in that was sent, as it stands now: first what is for now, then what is late.

    Those of one time are told together. What we promised about it says itself who has it.
    """
    live = sorted(
        (
            one
            for one in raised_by_answers(check_in.id)
            if one.state in LIVE and one.kind not in ABOUT_A_PROMISE
        ),
        key=lambda one: (
            one.level != "now",
            not _is_late(one, now),
            one.do_by is not None,
            one.do_by or now,
            one.kind in ERRANDS,
            one.id,
        ),
    )
    by_time: dict[_What, dict[str, Staff]] = {}
    for alert in live:
        unreached, late = _reached_nobody(alert), _is_late(alert, now)
        have_it = {} if unreached else {one.id: one for one in who_has(alert, now)}
        refused = not unreached and not have_it and _all_cannot(alert)
        for does, those in _by_what_they_do(alert, check_in, have_it, now, late=late):
            what = _What(alert.do_by, unreached, does, late, refused)
            by_time.setdefault(what, {}).update(those)
    return tuple(_each_once(by_time))


def who_rings_advocate(person_id: str, now: datetime) -> tuple[Looks, ...]:
    """Return who rings their advocate, where they asked for that by text and it is open."""
    live = which_alerts.live_of_person(person_id)
    asked = [one for one in live if one.kind == ADVOCATE_ASKED and not one.check_in_id]
    return tuple(
        looks_of(one, now, one.kind if knows_whom_to_ring(one.kind, one.what) else "")
        for one in asked
    )


def looks_of(alert: AlertRow, now: datetime, does: str) -> Looks:
    """Return who has one alert that is open. `does`: the kind of what they do."""
    unreached = _reached_nobody(alert)
    have_it = () if unreached else tuple(who_has(alert, now))
    return Looks(
        have_it,
        alert.do_by,
        unreached=unreached,
        does=does,
        late=_is_late(alert, now),
        all_cannot=not unreached and not have_it and _all_cannot(alert),
    )


def _is_late(alert: AlertRow, now: datetime) -> bool:
    """Say whether it was to be done by now, or the next one was rung about it, and nobody has it."""
    rung_on = alert.level in PRESSING and alert.step > 0
    return not alert.taken_by and (rung_on or bool(alert.do_by and alert.do_by <= now))


class _What(NamedTuple):
    """What is told together of those who do it."""

    do_by: datetime | None
    unreached: bool
    does: str
    late: bool
    all_cannot: bool


def _by_what_they_do(
    alert: AlertRow,
    check_in: CheckInRow,
    have_it: Mapping[str, Staff],
    now: datetime,
    *,
    late: bool,
) -> Iterator[tuple[str, Mapping[str, Staff]]]:
    """Yield who does what beside the words: the advocate is rung; else an errand, by who may not read, or once it is late."""
    if knows_whom_to_ring(alert.kind, alert.what):
        yield alert.kind, have_it
    elif alert.kind not in ERRANDS or alert.kind == ADVOCATE_ASKED:
        yield "", have_it
    elif late:
        yield alert.kind, have_it
    else:
        said = said_in({check_in.id}, now)[check_in.id]
        reads = those_who_may(have_it, Words(said), alert.house_id, have_it)
        apart = {key: one for key, one in have_it.items() if key not in reads}
        if reads or not apart:
            yield "", {key: one for key, one in have_it.items() if key in reads}
        if apart:
            yield alert.kind, apart


def _each_once(by_time: Mapping[_What, Mapping[str, Staff]]) -> Iterator[Looks]:
    """Yield each with what they do first: told "today" and "by Thursday", nobody knows which.

    What somebody does beside the words is said as well.
    """
    named: set[tuple[str, str]] = set()
    for what, have_it in by_time.items():
        new = tuple(staff for key, staff in have_it.items() if (what.does, key) not in named)
        named |= {(what.does, key) for key in have_it}
        if new or not have_it:
            yield Looks(new, **what._asdict())


def _reached_nobody(alert: AlertRow) -> bool:
    """Say whether every call and text about it failed so far, or there was nobody to tell; and nobody took it."""
    states = [one.state for one in _to_staff(alert)]
    failed = all(state in what_was_sent.NOT_TOLD for state in states)
    return not alert.taken_by and failed and (bool(states) or nobody_told.is_so(alert.id))


def _to_staff(alert: AlertRow) -> list[MessageRow]:
    return [one for one in what_was_sent.messages_of_alert(alert.id) if not one.to_person]


def who_has(alert: AlertRow, now: datetime) -> Sequence[Staff]:
    """Return who took it, else whom its step tells: at the first, as it was told then; what waits in the night, by day.

    Nobody who said that they cannot: none, where that is all who may.
    """
    if alert.taken_by:
        return list(staff_kept.staff_by_id([alert.taken_by]).values())
    by_day = told_at(alert.level, now, alert_life.hours_of(alert), now)
    at = by_day if alert.step else alert.opened_at
    tell = next_tell(alert.level, alert.step, at, task=alert.task, do_by=alert.do_by)
    those = whom(alert)
    can = [one for one in those.at_step(tell, at) if one.id not in those.cannot]
    named = reached_by(tell, can)
    failed = {one.staff_id for one in _to_staff(alert) if one.state in what_was_sent.NOT_TOLD}
    told = [one for one in _told(alert) if one.id not in those.cannot]
    return [one for one in named if one.id not in failed] or told or named


def _all_cannot(alert: AlertRow) -> bool:
    """Say whether somebody said that they cannot, so that nobody named is because of that."""
    return not alert.taken_by and bool(whom(alert).cannot)


def _told(alert: AlertRow) -> Sequence[Staff]:
    """Return who was told of it at any step, or is being told."""
    told = (one for one in _to_staff(alert) if one.state not in what_was_sent.NOT_TOLD)
    named = staff_kept.staff_by_id(one.staff_id for one in told if one.staff_id).values()
    return sorted(named, key=lambda one: (one.called, one.id))


def reader(said: Said, person: PersonRow, step: str = "") -> Sequence[Staff]:
    """Return who reads what was said there, first who knows the person; nobody if no one may.

    Where nobody here may, it is a contact outside the house.
    """
    here = {one.id: one for one in staff_kept.staff_of_houses([person.house_id])}
    outside = staff_kept.staff_by_id(said.around.team.outside)
    may = those_who_may(here, Words(said, step), person.house_id, outside)
    if person.keyworker_id in may:
        return [here[person.keyworker_id or ""]]
    return [one for key, one in {**here, **outside}.items() if key in may][:1]
