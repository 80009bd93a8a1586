"""The only reader of the clock; the demo and the tests can push its hands."""

from datetime import UTC, datetime, timedelta


class _Hands:
    """How far this clock runs ahead, or the moment at which it stands still."""

    ahead = timedelta(0)
    stopped_at: datetime | None = None


def now() -> datetime:
    """Return the time now, aware and in UTC."""
    return _Hands.stopped_at or datetime.now(UTC) + _Hands.ahead


def push_forward(by: timedelta) -> None:
    """Move the hands forward, for the demo ("ten minutes later")."""
    if _Hands.stopped_at:
        _Hands.stopped_at += by
    _Hands.ahead += by


def stop_at(moment: datetime | None) -> None:
    """Stand still at `moment` (aware), or run again with None."""
    _Hands.stopped_at = moment.astimezone(UTC) if moment else None
    _Hands.ahead = timedelta(0)
