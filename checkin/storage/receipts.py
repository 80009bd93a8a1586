"""What the phone company says of messages, once for each thing it says."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select

from checkin.storage.tables import MessageRow, ReceiptRow, db
from checkin.storage.writing import insert_new


def put_receipt(
    provider_id: str, status: str, code: str | None, now: datetime, name: str | None = None
) -> bool:
    """Keep what the phone company said; False when it said so before."""
    row = {
        "key": f"{provider_id}:{status}",
        "provider_id": provider_id,
        "status": status,
        "code": code,
        "at": now,
        "name": name,
    }
    return insert_new(ReceiptRow, [row]) == 1


def receipts_to_apply(provider_id: str) -> Sequence[ReceiptRow]:
    """Return what was said of a message and is not applied yet."""
    return db.session.scalars(
        select(ReceiptRow).where(
            ReceiptRow.provider_id == provider_id, ReceiptRow.applied_at.is_(None)
        )
    ).all()


def messages_sent_as(provider_id: str) -> Sequence[MessageRow]:
    """Return the messages that went under this id of the phone company, held until we are done."""
    return db.session.scalars(
        select(MessageRow).where(MessageRow.provider_id == provider_id).with_for_update(),
        execution_options={"populate_existing": True},
    ).all()


def went_as(names: Collection[str]) -> dict[str, str]:
    """Return the phone company's id of each of these names of which it said anything."""
    if not names:
        return {}
    rows = db.session.execute(
        select(ReceiptRow.name, ReceiptRow.provider_id)
        .where(ReceiptRow.name.in_(names))
        .order_by(ReceiptRow.at.desc())
    )
    return {name: provider_id for name, provider_id in rows if name}
