"""What a sender is given, and how it says that it could not send.

A sender is any function from an `Outgoing` to the phone company's id for it. Tests give a list's
`append`; the text and call channels give the real ones.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, runtime_checkable

from checkin.lives.new_message import ContactPoint, MessageChannel


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One text or call to one contact point. `key` stays the same however often it is tried.

    `name`: what the provider gives back with each receipt of it (32 hex digits).
    """

    key: str
    to: ContactPoint
    body: str
    urgency: int
    name: str = ""
    not_after: datetime | None = None
    tried_at: datetime | None = None  # set when an earlier try may have gone out: look first
    not_these: frozenset[str] = (
        frozenset()
    )  # ids that other messages of ours have: none is this one

    @property
    def channel(self) -> MessageChannel:
        """Which way it goes."""
        return self.to.channel

    @property
    def number(self) -> str:
        """The number it goes to, where it goes to a phone."""
        return self.to.address


class Refused(Exception):  # noqa: N818 (it is what happened, said in a word)
    """The phone company would not take it. `permanent`: trying again cannot help."""

    def __init__(self, words: str, *, code: str = "", permanent: bool) -> None:
        super().__init__(words)
        self.code = code
        self.permanent = permanent


class Unknown(Exception):  # noqa: N818 (the same)
    """Nobody can say whether it went out: the line broke after we had asked."""


Sender = Callable[[Outgoing], str]


@runtime_checkable
class SaysWhatBecame(Protocol):
    """A sender that can be asked what became of what it sent."""

    def what_became(self, provider_id: str) -> tuple[str, str | None]:
        """Return where it is, in the words of `RANKS`, and the code of a fault.

        Raises `Refused` or `Unknown` where nobody can say now.
        """
