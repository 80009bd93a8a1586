"""The phone company says what became of a message. Delivered is not seen.

Kept first, then applied if it says more than we knew: queued < sent < delivered < read. What
arrives twice, late, or before we know the message changes nothing wrongly (alerts.md 4).
"""

from datetime import datetime

from checkin.actions.someone_cannot_be_told import cannot_be_told
from checkin.storage import messages
from checkin.storage.tables import MessageRow
from checkin.storage.transaction import kept_together

RANKS = {"queued": 1, "accepted": 1, "sending": 2, "sent": 3, "delivered": 5, "read": 6}
FAILED = {"failed", "undelivered"}
FAILED_RANK = 4


def note_receipt(provider_id: str, status: str, code: str | None, now: datetime) -> None:
    """Keep one receipt, and apply it to its message if that is known."""
    with kept_together():
        messages.put_receipt(provider_id, status, code, now)
    apply_receipts(provider_id, now)


def apply_receipts(provider_id: str, now: datetime) -> None:
    """Apply every receipt of a message that has not been applied yet, if we know the message.

    Whoever writes down that a message went, or what was said of it, commits that first and comes
    here second: so at least one of the two sees both.
    """
    with kept_together():
        message = messages.message_sent_as(provider_id)
        if message is not None:
            _apply(message, now)


def _apply(message: MessageRow, now: datetime) -> None:
    for receipt in messages.receipts_to_apply(message.provider_id or ""):
        receipt.applied_at = now
        rank = FAILED_RANK if receipt.status in FAILED else RANKS.get(receipt.status, 0)
        if rank <= message.receipt_rank:
            continue
        message.receipt_rank = rank
        if rank >= RANKS["delivered"]:
            message.state, message.delivered_at = "delivered", now
        elif rank == FAILED_RANK:
            message.state, message.fault = "failed", f"Not delivered ({receipt.code})."
            cannot_be_told(messages.as_leased(message), receipt.code or "", now)
