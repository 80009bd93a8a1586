"""By which ways somebody is reached, and at which address: every message and every ladder asks here."""

from typing import Protocol

from checkin.lives.new_message import ContactPoint, MessageChannel


class WithAPhone(Protocol):
    """A person, or a member of staff."""

    @property
    def phone(self) -> str | None:
        """The number of theirs that is kept, if one is."""


def reach(one: WithAPhone, by: MessageChannel) -> ContactPoint | None:
    """Return where this channel reaches them; None where it does not."""
    match by:
        case "text" | "call":  # pragma: no branch: mypy asks for the next one
            return ContactPoint(by, one.phone) if one.phone else None
