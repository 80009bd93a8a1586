"""How often a door was tried: with a code, or with a password."""

from datetime import datetime

from sqlalchemy import func, select

from checkin.storage.tables import TryRow, db


def one_at_a_time(key: str) -> None:
    """Wait for whoever else tries at this door, so that each try is counted before the next."""
    if db.session.get_bind().dialect.name == "postgresql":
        db.session.execute(select(func.pg_advisory_xact_lock(func.hashtext(key))))


def tries(key: str, since: datetime) -> int:
    """Return how often a door was tried since then."""
    return (
        db.session.scalar(
            select(func.count()).select_from(TryRow).where(TryRow.key == key, TryRow.at >= since)
        )
        or 0
    )


def put_try(key: str, now: datetime) -> None:
    """Count one try at a door."""
    db.session.add(TryRow(key=key, at=now))
    db.session.flush()
