"""When the next thing becomes due, whatever it is."""

from datetime import datetime

from sqlalchemy import func, select

from checkin.lives.alert import LIVE
from checkin.lives.message import WAITING
from checkin.storage.tables import AlertRow, CheckInRow, MessageRow, db
from checkin.storage.writing import among


def next_due() -> datetime | None:
    """Return the earliest moment at which a check-in, an alert or a message becomes due."""
    moments = (
        db.session.scalar(
            select(func.min(CheckInRow.next_at)).where(CheckInRow.next_at.is_not(None))
        ),
        db.session.scalar(select(func.min(AlertRow.next_at)).where(among(AlertRow.state, LIVE))),
        db.session.scalar(
            select(func.min(MessageRow.next_at)).where(among(MessageRow.state, WAITING))
        ),
    )
    return min((moment for moment in moments if moment), default=None)
