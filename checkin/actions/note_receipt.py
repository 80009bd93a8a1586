"""The phone company says what became of a message. Delivered is not seen.

Kept first, then applied if it says more than we knew: queued < sent < delivered < read. What
arrives twice, late, or before we know the message changes nothing wrongly (alerts.md 4).
"""

from datetime import datetime

from checkin.actions.someone_cannot_be_told import cannot_be_told
from checkin.lives.message import MessageState
from checkin.lives.message_moves import Receipt
from checkin.storage import leases, messages, receipts
from checkin.storage.tables import MessageRow, ReceiptRow
from checkin.storage.transaction import kept_together


def note_receipt(
    provider_id: str, status: str, code: str | None, now: datetime, name: str | None = None
) -> None:
    """Keep one receipt, and apply it to the messages that went under that id, if they are known.

    `name`: what we called what went, by which it is known though nobody heard that it went.
    """
    with kept_together():
        receipts.put_receipt(provider_id, status, code, now, name)
    apply_receipts(provider_id, now)


def apply_receipts(provider_id: str, now: datetime) -> None:
    """Apply every receipt that has not been applied yet, if we know what went under that id.

    Whoever writes down that a message went, or what was said of it, commits that first and comes
    here second: so at least one of the two sees both.
    """
    with kept_together():
        sent = receipts.messages_sent_as(provider_id)
        for receipt in receipts.receipts_to_apply(provider_id) if sent else ():
            receipt.applied_at = now
            for message in sent:
                _apply(receipt, message, now)


def _apply(receipt: ReceiptRow, message: MessageRow, now: datetime) -> None:
    before = message.state
    after = messages.move(message, Receipt(receipt.status, receipt.code, now))
    if after.state == MessageState.FAILED != before:
        cannot_be_told(leases.as_leased(message, after), receipt.code or "", now)
