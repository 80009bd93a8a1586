"""The only reader of the clock; the demo and the tests can push its hands."""

import time
from datetime import UTC, datetime, timedelta


class _Hands:
    """How far this clock runs ahead, or the moment at which it stands still."""

    ahead = timedelta(0)
    stopped_at: datetime | None = None
    looks = 0


def now() -> datetime:
    """Return the time now, aware and in UTC."""
    return _Hands.stopped_at or datetime.now(UTC) + _Hands.ahead


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
