"""When the next thing becomes due, whatever it is."""

from datetime import datetime

from sqlalchemy import func, select

from checkin.storage.alerts import LIVE
from checkin.storage.messages import WAITING
from checkin.storage.tables import AlertRow, CheckInRow, MessageRow, db


def next_due() -> datetime | None:
    """Return the earliest moment at which a check-in, an alert or a message becomes due."""
    moments = (
        db.session.scalar(select(func.min(CheckInRow.next_at))),
        db.session.scalar(select(func.min(AlertRow.next_at)).where(AlertRow.state.in_(LIVE))),
        db.session.scalar(
            select(func.min(MessageRow.next_at)).where(MessageRow.state.in_(WAITING))
        ),
    )
    return min((moment for moment in moments if moment), default=None)
