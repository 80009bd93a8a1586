"""How a message moves: what each try, receipt or change of mind makes of it, and when the next is.

What no longer has to be said is not said, not even by a try that began before.
Source: alerts.md 2 and 4, trust.md decision 2.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from checkin.lives.illegal_move import allow
from checkin.lives.message import WAITING, Message, MessageState

LEASE = timedelta(seconds=30)
LONGEST_WAIT = timedelta(seconds=60)
RANKS = {
    "queued": 1, "accepted": 1, "sending": 2, "sent": 3,
    "failed": 4, "undelivered": 4, "delivered": 5, "read": 6,
}  # fmt: skip
"""What the phone company says, by how much it says. Nothing goes back to saying less."""
NOT_DELIVERED, DELIVERED = 4, 5


@dataclass(frozen=True, slots=True)
class Leased:
    """Someone sends it now, and has half a minute for it."""

    at: datetime

    def applied_to(self, it: Message) -> Message:
        """If nothing more is heard of it, it is due again."""
        allow(self, it.state, when=it.next_at is not None and it.next_at <= self.at)
        return it._replace(
            state=MessageState.LEASED, attempts=it.attempts + 1, next_at=self.at + LEASE
        )


@dataclass(frozen=True, slots=True)
class Sent:
    """The phone company took it."""

    at: datetime
    provider_id: str

    def applied_to(self, it: Message) -> Message:
        """Nothing is due; receipts say what became of it."""
        allow(self, it.state, when=it.state == MessageState.LEASED)
        taken = it._replace(state=MessageState.ACCEPTED, next_at=None)
        return taken._replace(sent_at=self.at, provider_id=self.provider_id)


@dataclass(frozen=True, slots=True)
class Refused:
    """It was not taken. `permanent`: it is about this message or its number, and no try can help.

    Anything else is the provider's fault, which is never put on the person: it is tried until it
    goes, or is called off, or too late.
    """

    at: datetime
    why: str
    permanent: bool

    def applied_to(self, it: Message) -> Message:
        """Wait longer each time, up to a minute."""
        allow(self, it.state, when=it.state == MessageState.LEASED)
        return (
            _failed(it, self.why)
            if self.permanent
            else _again(it, MessageState.PENDING, self.at, self.why)
        )


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nobody can say whether it went out."""

    at: datetime
    why: str

    def applied_to(self, it: Message) -> Message:
        """Look first, at the next try."""
        allow(self, it.state, when=it.state == MessageState.LEASED)
        return _again(it, MessageState.UNKNOWN, self.at, self.why)


@dataclass(frozen=True, slots=True)
class NotSaid:
    """Whoever was to send it saw that it must not go: it is too late, or texts were stopped."""

    why: str

    def applied_to(self, it: Message) -> Message:
        """Let it be."""
        allow(self, it.state, when=it.state == MessageState.LEASED)
        return it._replace(state=MessageState.CANCELLED, next_at=None, fault=self.why)


@dataclass(frozen=True, slots=True)
class Cancelled:
    """It need not be said any more."""

    at: datetime

    def applied_to(self, it: Message) -> Message:
        """Let it be; one that is on its way just now may go, and is not tried again."""
        allow(self, it.state, when=it.state in WAITING)
        if it.state == MessageState.LEASED:
            return it._replace(not_after=self.at - timedelta(seconds=1))
        return it._replace(state=MessageState.CANCELLED, next_at=None)


@dataclass(frozen=True, slots=True)
class Receipt:
    """The phone company said what became of it: twice, late, or in any order."""

    status: str
    code: str | None
    at: datetime

    def applied_to(self, it: Message) -> Message:
        """Believe what says more than we knew."""
        allow(self, it.state, when=it.provider_id is not None)
        rank = RANKS.get(self.status, 0)
        if rank <= it.receipt_rank:
            return it
        known = it._replace(receipt_rank=rank)
        if rank >= DELIVERED:
            delivered_at = it.delivered_at or self.at
            return known._replace(state=MessageState.DELIVERED, delivered_at=delivered_at)
        return _failed(known, not_delivered(self.code)) if rank == NOT_DELIVERED else known


def not_delivered(code: str | None) -> str:
    """Return what is kept of a message that did not arrive, with the code the phone company gave."""
    return f"Not delivered ({code})."


Move = Leased | Sent | Refused | Unknown | NotSaid | Cancelled | Receipt


def moved(message: Message, move: Move) -> Message:
    """Return the message after a move, with the moment at which it is tried next."""
    return move.applied_to(message)


def _again(it: Message, state: MessageState, at: datetime, why: str) -> Message:
    return it._replace(state=state, next_at=at + _wait(it), fault=why)


def _failed(it: Message, why: str) -> Message:
    return it._replace(state=MessageState.FAILED, next_at=None, fault=why)


def _wait(it: Message) -> timedelta:
    """Wait 2, 4, 8 ... seconds, a minute at most; spread by key so that not all come at once."""
    waits = min(timedelta(seconds=2 ** min(it.attempts, 6)), LONGEST_WAIT)
    return waits + timedelta(milliseconds=sum(it.key.encode()) % 500)
