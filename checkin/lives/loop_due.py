"""What of "You said, we did" is left to do, and by when.

Source: evidence.md F.1, thresholds.md T13.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from checkin.agreements.working_days import after_working_days
from checkin.lives.loop import Closed, Done, Loop, Promised, Read, Refused, Reopened, Unread

READ_WITHIN, DECIDE_WITHIN = 1, 5  # working days
ASK_TIMES, SILENT_AFTER = 2, timedelta(days=7)


def read_and_decided(loops: Sequence[Loop]) -> bool:
    """Say whether of words that are read together none is left to read, and something is decided."""
    unread = any(isinstance(one, Unread) for one in loops)
    return not unread and any(not isinstance(one, Read) for one in loops)


def may_be_heard(loop: Loop) -> bool:
    """Say whether there is something that the person was not told yet."""
    return isinstance(loop, Promised | Refused | Done) and not loop.told


def is_silent(loop: Done, asked_at: datetime, now: datetime) -> bool:
    """Say whether they were asked as often as we ask, last at `asked_at`, and had time to say."""
    return loop.asked >= ASK_TIMES and now >= asked_at + SILENT_AFTER


def over(loop: Loop) -> bool:
    """Say whether nothing is left to do for staff."""
    match loop:
        case Closed():
            return True
        case Done(told=told) | Refused(told=told):
            return told
        case _:
            return False


def due_by(loop: Loop, since: date) -> date | None:
    """Return the last day on which staff are not late with what comes next: read, decide or do.

    `since`: the day on which they said it, or said that it is not put right.
    """
    match loop:
        case Unread():
            return after_working_days(since, READ_WITHIN)
        case Read() | Reopened():
            return after_working_days(since, DECIDE_WITHIN)
        case Promised(due_on=due_on):
            return due_on
        case _:
            return None
