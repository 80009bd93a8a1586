"""How often a door was tried: with a code, or with a password."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select

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


def when_tried(key: str, since: datetime) -> Sequence[datetime]:
    """Return when a door was tried since then, the oldest first."""
    tried = select(TryRow.at).where(TryRow.key == key, TryRow.at >= since).order_by(TryRow.at)
    return db.session.scalars(tried).all()


def put_try(key: str, now: datetime) -> str:
    """Count one try at a door, and return its id."""
    row = TryRow(key=key, at=now)
    db.session.add(row)
    db.session.flush()
    return row.id


def take_back(ids: Sequence[str]) -> None:
    """Count these tries no more."""
    db.session.execute(delete(TryRow).where(TryRow.id.in_(ids)))
