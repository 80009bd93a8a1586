"""Quiet time: some minutes of every day in which this tablet makes no sound and asks nothing.

Source: scenarios.md A02.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from checkin.agreements.times import local
from checkin.storage.tables import PersonRow

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class QuietTime:
    """The quiet time that goes on or comes next, on the clock on the wall; seconds until it changes."""

    until: datetime
    is_now: bool
    begins_in: int | None  # None: it goes on
    left: int | None  # None: it has not begun
    lasts: int


def quiet_time(person: PersonRow, now: datetime, zone: str) -> QuietTime | None:
    """Return when it is quiet for a person; None where no quiet time is set."""
    if person.quiet_from is None or person.quiet_minutes is None:
        return None
    here, lasts = local(now, zone), timedelta(minutes=person.quiet_minutes)
    days = (here.date() + DAY * one for one in (-1, 0, 1))
    begins = (datetime.combine(day, person.quiet_from, here.tzinfo) for day in days)
    next_one = next(one for one in begins if here < one + lasts)
    is_now = next_one <= here
    until = next_one + lasts
    return QuietTime(
        until,
        is_now,
        begins_in=None if is_now else _seconds(next_one - here),
        left=_seconds(until - here) if is_now else None,
        lasts=_seconds(lasts),
    )


def _seconds(time: timedelta) -> int:
    return math.ceil(time.total_seconds())
