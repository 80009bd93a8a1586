"""What became of a message, in plain words."""

from datetime import datetime

from checkin.lives.message_moves import not_delivered
from checkin.staff.times import ZONE, at
from checkin.storage.tables import MessageRow

RANG = {not_delivered("no-answer"): "no answer", not_delivered("busy"): "the line was busy"}
"""What became of a call that rang, and nobody picked up."""


def how_sent(row: MessageRow, now: datetime, zone: str = ZONE) -> str:
    """Say what became of a message, and when. Delivered is not seen."""
    match row.state:
        case "delivered":
            return _how(row, f" {at(row.delivered_at, now, zone)}")
        case "accepted" | "sent":
            return _how(row, f" {at(row.sent_at, now, zone)}")
        case _:
            return _how(row)


def how_all_sent(row: MessageRow) -> str:
    """Say what became of each of several messages that all ended as this one did."""
    return _how(row)


def _how(row: MessageRow, when: str = "") -> str:
    match row.state:
        case "delivered":
            return f"delivered{when} (delivered is not seen)"
        case "accepted" | "sent":
            return f"sent{when}, not reported delivered"
        case "failed":
            return RANG.get(row.fault or "") or f"failed{f': {row.fault}' if row.fault else ''}"
        case "cancelled":
            return "not sent: it was no longer needed"
        case "unknown":
            return "we cannot tell whether it went out"
        case _:
            return "waiting to be sent"
