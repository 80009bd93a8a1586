"""Messages to staff that went, and of which no word came that they arrived."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, literal_column, select

from checkin.lives.message import MessageState
from checkin.storage.tables import MessageRow, db


def without_word(
    channels: Collection[str], urgency: int, sent_from: datetime, sent_until: datetime
) -> Sequence[MessageRow]:
    """Return what went as one, told staff of an alert in that time, and is not known to have arrived.

    The most pressing, up to `urgency`, that was not asked after; held until it is.
    """
    which: tuple[ColumnElement[bool], ...] = (
        literal_column("state = 'accepted' AND asked_at IS NULL"),  # as its index has it
        MessageRow.sent_at.between(sent_from, sent_until),
        MessageRow.channel.in_(channels),
        MessageRow.urgency <= urgency,
        MessageRow.to_person.is_(False),
        MessageRow.alert_id.is_not(None),
    )
    in_order = select(MessageRow.provider_id).order_by(MessageRow.urgency, MessageRow.sent_at)
    first = db.session.scalars(in_order.where(*which).limit(1)).first()
    as_one = select(MessageRow).where(*which, MessageRow.provider_id == first)
    return db.session.scalars(as_one.with_for_update(skip_locked=True)).all() if first else ()


def still_without(message_ids: Collection[str]) -> Sequence[MessageRow]:
    """Return which of these are still not known to have arrived, or to have failed."""
    return db.session.scalars(
        select(MessageRow).where(
            MessageRow.id.in_(message_ids), MessageRow.state == MessageState.ACCEPTED
        ),
        execution_options={"populate_existing": True},
    ).all()
