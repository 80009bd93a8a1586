"""LATE 20: how much longer we wait, and when that is too long.

Source: texts.md B.4 (the LATE rows), thresholds.md T1 `late`.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from checkin.agreements.agreement import Late


@dataclass(frozen=True, slots=True)
class Granted:
    """We wait so many minutes more, until `new_due`."""

    minutes: int
    new_due: datetime


@dataclass(frozen=True, slots=True)
class TooLong:
    """More than was agreed: we wait as long as we may (0: no longer), and someone rings."""

    minutes: int
    new_due: datetime


def grant(
    late: Late, *, asked: int, already: int, due_at: datetime, received_at: datetime
) -> Granted | TooLong:
    """Answer a LATE of `asked` minutes (0 or less: none given), with `already` granted on this leg.

    The wait counts from the due time or from the text, whichever is later.
    """
    minutes = min(asked if asked > 0 else late.default, late.max_each)
    if already + minutes > late.max_total_per_leg:
        return TooLong(minutes=0, new_due=due_at)
    new_due = max(due_at, received_at) + timedelta(minutes=minutes)
    if asked > late.max_each:
        return TooLong(minutes, new_due)
    return Granted(minutes, new_due)
