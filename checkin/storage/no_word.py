"""Messages to staff that went, and of which no word came that they arrived."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import literal_column, select

from checkin.lives.message import MessageState
from checkin.storage.tables import MessageRow, db


def without_word(
    channels: Collection[str], sent_from: datetime, sent_until: datetime, most: int
) -> Sequence[MessageRow]:
    """Return what told staff of an alert in that time, is not known to have arrived, and was not asked after.

    Held until they are asked after.
    """
    return db.session.scalars(
        select(MessageRow)
        .where(
            literal_column("state = 'accepted' AND asked_at IS NULL"),  # as its index has it
            MessageRow.sent_at.between(sent_from, sent_until),
            MessageRow.channel.in_(channels),
            MessageRow.to_person.is_(False),
            MessageRow.alert_id.is_not(None),
        )
        .order_by(MessageRow.urgency, MessageRow.sent_at)
        .limit(most)
        .with_for_update(skip_locked=True)
    ).all()


def still_without(message_ids: Collection[str]) -> Sequence[MessageRow]:
    """Return which of these are still not known to have arrived, or to have failed."""
    return db.session.scalars(
        select(MessageRow).where(
            MessageRow.id.in_(message_ids), MessageRow.state == MessageState.ACCEPTED
        ),
        execution_options={"populate_existing": True},
    ).all()
