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

    @property
    def phone_refused(self) -> str | None:
        """By which ways the phone company never reaches it ("call,text"), until it is put right."""

    @property
    def refused_apart(self) -> str | None:
        """The same, as only what is kept from somebody found it."""


def reach(one: WithAPhone, by: MessageChannel) -> ContactPoint | None:
    """Return where this channel reaches them; None where it does not."""
    match by:
        case "text" | "call":  # pragma: no branch: mypy asks for the next one
            return None if is_refused(one, by) or not one.phone else ContactPoint(by, one.phone)


def is_refused_apart(one: WithAPhone, by: MessageChannel) -> bool:
    """Say whether it was found that this way never reaches them, by what is kept from somebody."""
    return by in (one.refused_apart or "").split(",")


def is_refused(one: WithAPhone, by: MessageChannel) -> bool:
    """Say whether the phone company never reaches their number by this way."""
    return by in (one.phone_refused or "").split(",")
