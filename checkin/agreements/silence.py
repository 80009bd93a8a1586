"""Nobody has answered yet: wait, ask, remind, or call it missed.

A person has answered in time up to and including the second of the deadline; silence is missed
from the next second on. `in_time` is the one place of that rule, so that a reply and the engine
that notices silence can never both win, and never both lose.
Source: thresholds.md C.0 "answered" and "missed"; scenarios.md "Boundary tests"; alerts.md section 7.
"""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from checkin.agreements.agreement import Agreement
from checkin.agreements.expected import WAITING, CheckInState, Expected
from checkin.agreements.times import Occurrence, local, moment

SECOND = timedelta(seconds=1)
HICCUP = timedelta(minutes=2)
"""A shorter pause of ours is no outage: to ask two minutes late is better than not to ask."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing to do until then; None: nothing to do until someone speaks."""

    until: datetime | None


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask now."""


@dataclass(frozen=True, slots=True)
class Remind:
    """Remind now, of what was asked before."""


@dataclass(frozen=True, slots=True)
class Miss:
    """Silence passed the wait. `down_from`: our own outage fell in the wait, from this moment."""

    down_from: datetime | None = None


NextStep = Wait | Ask | Remind | Miss


@dataclass(frozen=True, slots=True)
class Down:
    """Our own outage: no tick from `since` to `until`, which is when we were back."""

    since: datetime
    until: datetime


def expected(
    check_in_id: str, state: CheckInState, occurrence: Occurrence, agreement: Agreement
) -> Expected:
    """Return a check-in with the waits of its agreement.

    Where silence has no wait of its own, it ends when the check-in closes (`open_until`).
    """
    due_at = occurrence.due_at
    return Expected(
        id=check_in_id,
        state=state,
        due_at=due_at,
        remind_at=_later(due_at, agreement.remind_after),
        deadline_at=_later(due_at, agreement.missed_after) or _closes_at(occurrence, agreement),
    )


def in_time(received: datetime, deadline: datetime) -> bool:
    """Say whether a reply received then counts as answered: 10:20:00.9 does for 10:20, 10:20:01 not."""
    return received < deadline + SECOND


def next_step(check_in: Expected, now: datetime, *, down: Down | None = None) -> NextStep:
    """Say what to do about this check-in now.

    `down` is our own latest outage, for check-ins that are sent; one that lies open on a tablet
    is never late, so hand in none. Nobody is asked late after an outage: the check-in is judged
    once, when its deadline has passed and we are back.
    """
    if check_in.state not in WAITING:
        return Wait(until=None)
    outage = down if down and _cut_into(check_in, down) else None
    if check_in.deadline_at and not in_time(now, check_in.deadline_at):
        return Miss(down_from=outage.since if outage else None)
    if check_in.state == CheckInState.PLANNED:
        return _before_asking(check_in, now, outage)
    return _before_reminding(check_in, now)


def moved(check_in: Expected, minutes: int) -> Expected:
    """Return the check-in with all its times later by so many minutes."""
    return moved_to(check_in, check_in.due_at + timedelta(minutes=minutes))


def moved_to(check_in: Expected, due_at: datetime) -> Expected:
    """Return the check-in due at another time; who was reminded may be reminded afresh."""
    by = due_at - check_in.due_at
    if not by:
        return check_in
    return replace(
        check_in,
        state=_afresh(check_in.state),
        due_at=due_at,
        remind_at=_later(check_in.remind_at, by),
        deadline_at=_later(check_in.deadline_at, by),
    )


def _before_asking(check_in: Expected, now: datetime, outage: Down | None) -> NextStep:
    if now < check_in.due_at:
        return Wait(until=check_in.due_at)
    if outage and check_in.deadline_at:
        return Wait(until=check_in.deadline_at + SECOND)
    return Ask()


def _before_reminding(check_in: Expected, now: datetime) -> NextStep:
    if check_in.state == CheckInState.ASKED and check_in.remind_at:
        return Remind() if now >= check_in.remind_at else Wait(until=check_in.remind_at)
    return Wait(until=_later(check_in.deadline_at, SECOND))


def _cut_into(check_in: Expected, down: Down) -> bool:
    """Say whether an outage worth the name fell in the time between asking and the deadline."""
    deadline = check_in.deadline_at or check_in.due_at
    overlaps = down.since <= deadline and check_in.due_at < down.until
    return overlaps and down.until - down.since > HICCUP


def _afresh(state: CheckInState) -> CheckInState:
    return CheckInState.ASKED if state == CheckInState.REMINDED else state


def _later(at: datetime | None, by: timedelta | None) -> datetime | None:
    return at + by if at is not None and by is not None else None


def _closes_at(occurrence: Occurrence, agreement: Agreement) -> datetime | None:
    closes: time | None = occurrence.time.open_until
    day = local(occurrence.due_at, agreement.zone).date()
    return moment(day, closes, agreement.zone) if closes else None
