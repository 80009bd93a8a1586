"""The heartbeat of the workers, and the times in which none beat."""

from datetime import datetime, timedelta

from sqlalchemy import func, select

from checkin.storage.tables import BeatRow, OutageRow, db
from checkin.storage.writing import insert_new

CLOCKS_DIFFER = timedelta(seconds=5)
"""Workers' clocks differ less than this."""


def last_beat(now: datetime) -> datetime | None:
    """Return when any worker last looked for silence; a beat that is still to come is none."""
    return db.session.scalar(select(func.max(BeatRow.at)).where(BeatRow.at <= now + CLOCKS_DIFFER))


def beat(worker: str, now: datetime) -> None:
    """Write down that this worker looked."""
    db.session.merge(BeatRow(worker=worker, at=now))
    db.session.flush()


def put_outage(since: datetime, until: datetime) -> None:
    """Keep a time in which nobody looked."""
    insert_new(OutageRow, [{"since": since, "until": until}])


def last_outage(now: datetime) -> OutageRow | None:
    """Return the latest time in which nobody looked; one that ends in time to come was none."""
    return db.session.scalar(
        select(OutageRow)
        .where(OutageRow.until <= now + CLOCKS_DIFFER)
        .order_by(OutageRow.until.desc())
        .limit(1)
    )


def clock_of_the_database() -> datetime | None:
    """Return what time it is by a database that all machines share; None where it is a file of ours."""
    if db.session.get_bind().dialect.name != "postgresql":
        return None
    return db.session.scalar(select(func.clock_timestamp()))
