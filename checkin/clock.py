"""The only reader of the clock; the demo and the tests can push its hands."""

import time
from datetime import UTC, datetime, timedelta

from checkin.steady import A_STEP, Looked, Steady

SINCE_THE_START = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
"""Which of this machine's clocks nobody can set; on Linux it runs on while the machine sleeps."""


def since_the_start() -> float:
    """Return for how many seconds this machine has been running: nobody can set that."""
    return time.clock_gettime(SINCE_THE_START)


def _look() -> Looked:
    return Looked(datetime.now(UTC), since_the_start())


class _Hands:
    """How far this clock runs ahead, or the moment at which it stands still."""

    ahead = timedelta(0)
    stopped_at: datetime | None = None
    looks = 0
    steady = Steady(_look())


def now() -> datetime:
    """Return the time now, aware and in UTC."""
    return _Hands.stopped_at or _steady_now() + _Hands.ahead


def heed(told: datetime) -> None:
    """Go by what a clock says that all machines share (aware), where this machine's is far from it."""
    looked = _look()
    far = max(abs(told - looked.wall), abs(told - _Hands.steady.time_at(looked)))
    if far >= A_STEP:
        _Hands.steady = Steady(looked._replace(wall=told))


def jumped_by() -> timedelta | None:
    """Return how far the clock of this machine is ahead of the time we go by; None where both agree."""
    by = _Hands.steady.jumped_by(_look())
    return by if abs(by) >= A_STEP else None


def _steady_now() -> datetime:
    looked = _look()
    _Hands.steady = _Hands.steady.after(looked)
    return _Hands.steady.time_at(looked)


def watch() -> float:
    """Return what a watch shows, in seconds: by it one tells how long a hand waited.

    It runs on when the hands are pushed. Where they stand still each look finds a second gone.
    """
    if _Hands.stopped_at is None:
        return time.time()
    _Hands.looks += 1
    return float(_Hands.looks)


def push_forward(by: timedelta) -> None:
    """Move the hands forward, for the demo ("ten minutes later")."""
    if _Hands.stopped_at:
        _Hands.stopped_at += by
    _Hands.ahead += by


def stop_at(moment: datetime | None) -> None:
    """Stand still at `moment` (aware), or run again with None."""
    _Hands.stopped_at = moment.astimezone(UTC) if moment else None
    _Hands.ahead = timedelta(0)
