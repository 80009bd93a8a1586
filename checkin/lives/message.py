"""The life of a message: it waits, is being sent, was taken, arrived; or it never goes.

How it moves stands in `message_moves`. Delivered is not seen.
Source: alerts.md 2 and 4, trust.md decision 2.
"""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

TOO_LATE = "It was too late to say this."
STOPPED = "Texts were stopped before it went."


class MessageState(StrEnum):
    """Where a message stands."""

    PENDING = "pending"  # waits to be sent
    LEASED = "leased"  # someone is sending it
    ACCEPTED = "accepted"  # the phone company took it
    DELIVERED = "delivered"
    FAILED = "failed"  # for good
    UNKNOWN = "unknown"  # nobody can say whether it went: the next try looks first
    CANCELLED = "cancelled"  # it need not be said any more


WAITING = (MessageState.PENDING, MessageState.LEASED, MessageState.UNKNOWN)
"""In these it is tried at `next_at`, if only to see that it is too late."""


class Message(NamedTuple):
    """What moves in the life of a message. `key` never changes; it spreads the tries."""

    key: str
    state: MessageState
    next_at: datetime | None
    not_after: datetime | None = None  # pointless later than this
    attempts: int = 0
    provider_id: str | None = None
    receipt_rank: int = 0
    fault: str | None = None
    sent_at: datetime | None = None
    delivered_at: datetime | None = None


def waiting(key: str, goes_at: datetime, not_after: datetime | None) -> Message:
    """Return the life of a message that was just made."""
    return Message(key, MessageState.PENDING, next_at=goes_at, not_after=not_after)


def is_too_late(message: Message, now: datetime) -> bool:
    """Say whether it would only confuse now."""
    return message.not_after is not None and now > message.not_after
