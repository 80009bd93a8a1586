"""What was written down in time to come: by a process whose clock was ahead, or because ours is behind.

A call for help that such a one kept would wait for that hour. Source: alerts.md 6.
"""

from datetime import datetime

from sqlalchemy import select

from checkin.lives.alert import LIVE
from checkin.lives.message import MessageState
from checkin.storage.beats import CLOCKS_DIFFER
from checkin.storage.tables import AlertRow, MessageRow, db
from checkin.storage.writing import among


def bring_back(now: datetime) -> None:
    """Let what was made later than now be due as long from now on as it was to wait."""
    for message in _messages(now):
        if message.next_at:
            message.next_at = now + (message.next_at - message.made_at)
    for alert in _alerts(now):
        if alert.next_at:
            alert.next_at = now + (alert.next_at - alert.opened_at)


def _messages(now: datetime) -> list[MessageRow]:
    made = MessageRow.made_at
    which = (among(MessageRow.state, [MessageState.PENDING]), made > now + CLOCKS_DIFFER)
    found = select(MessageRow).where(*which, MessageRow.next_at >= made)
    return list(db.session.scalars(found.with_for_update(skip_locked=True)))


def _alerts(now: datetime) -> list[AlertRow]:
    opened = AlertRow.opened_at
    which = (among(AlertRow.state, LIVE), opened > now + CLOCKS_DIFFER)
    found = select(AlertRow).where(*which, AlertRow.next_at >= opened)
    return list(db.session.scalars(found.with_for_update(skip_locked=True)))
