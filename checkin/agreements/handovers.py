"""Which handovers were really held, and for how many of them a change is new.

A handover is held when somebody who came on shift read the card and ticked it; several who read
it on one shift are one handover.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Literal

from checkin.agreements.agreement import Cover
from checkin.agreements.times import local

NEW_FOR = 3  # handovers
SHIFTS = Cover()
Shift = tuple[date, Literal["day", "night"]]


def is_new(changed_at: datetime, read_at: Iterable[datetime], now: datetime, zone: str) -> bool:
    """Say whether a change is new on this shift: it was read on fewer than three before."""
    held = {shift_of(one, zone) for one in read_at if changed_at <= one <= now}
    return len(held - {shift_of(now, zone)}) < NEW_FOR


def shift_of(moment: datetime, zone: str) -> Shift:
    """Return the shift of a moment; a night belongs to the day on which it began."""
    wall = local(moment, zone)
    if wall.time() < SHIFTS.day_from:
        return wall.date() - timedelta(days=1), "night"
    return wall.date(), "night" if wall.time() >= SHIFTS.night_from else "day"
