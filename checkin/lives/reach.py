"""By which ways somebody is reached, and at which address.

An answer to a text goes back to the number it came from, and needs no asking.
"""

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
