"""What became of a message, in plain words."""

from datetime import datetime

from checkin.staff.times import ZONE, at
from checkin.storage.tables import MessageRow


def how_sent(row: MessageRow, now: datetime, zone: str = ZONE) -> str:
    """Say what became of a message. Delivered is not seen."""
    match row.state:
        case "delivered":
            return f"delivered {at(row.delivered_at, now, zone)} (delivered is not seen)"
        case "accepted" | "sent":
            return f"sent {at(row.sent_at, now, zone)}, not reported delivered"
        case "failed":
            return f"failed{f': {row.fault}' if row.fault else ''}"
        case "cancelled":
            return "not sent: it was no longer needed"
        case "unknown":
            return "we cannot tell whether it went out"
        case _:
            return "waiting to be sent"
