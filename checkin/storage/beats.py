"""The heartbeat of the workers, and the times in which none beat."""

from datetime import datetime

from sqlalchemy import func, select

from checkin.storage.tables import BeatRow, OutageRow, db
from checkin.storage.writing import insert_new


def last_beat() -> datetime | None:
    """Return when any worker last looked for silence."""
    return db.session.scalar(select(func.max(BeatRow.at)))


def beat(worker: str, now: datetime) -> None:
    """Write down that this worker looked."""
    db.session.merge(BeatRow(worker=worker, at=now))
    db.session.flush()


def put_outage(since: datetime, until: datetime) -> None:
    """Keep a time in which nobody looked."""
    insert_new(OutageRow, [{"since": since, "until": until}])


def last_outage() -> OutageRow | None:
    """Return the latest time in which nobody looked."""
    return db.session.scalar(select(OutageRow).order_by(OutageRow.until.desc()).limit(1))
