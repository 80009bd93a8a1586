"""What this running copy of Checkin has, as one value that code without Flask can ask for.

Several copies may live in one process, each with threads of its own. Whoever opens a copy for a
piece of work binds it (`checkin/app.py` does, with each app context); inside, `here()` is that one.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from checkin.conversation.flows.in_use import FlowsInUse
from checkin.pictures.symbols import Symbols
from checkin.settings import Settings
from checkin.speech.speak import Speaker

T = TypeVar("T")

Opened = Callable[[], AbstractContextManager[object]]
"""Opens a copy for a piece of work: inside, its database and `here()` are at hand."""


class Latest(Generic[T]):
    """A part that changes while we run: read whole, replaced whole, never changed inside."""

    def __init__(self) -> None:
        self._now: T | None = None

    @property
    def now(self) -> T:
        """What is in use at this moment."""
        if self._now is None:
            raise LookupError("Nothing has been read yet. Ask after the app is made.")
        return self._now

    def put(self, newer: T) -> None:
        """Use this from now on."""
        self._now = newer


class Addresses(Protocol):
    """Where staff pages are, for messages that lead to them."""

    def alert(self, alert_id: str) -> str:
        """Return the whole address of one alert."""
        ...

    def alerts(self) -> str:
        """Return the whole address of the list of alerts."""
        ...


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo shows on its pages, so that a newcomer can try everything."""

    password: str
    house_id: str
    tablets: Mapping[str, str]  # which device -> its token


@dataclass(frozen=True, slots=True)
class Installation:
    """One running copy. Only `flows` changes, when somebody changed a file."""

    settings: Settings
    flows: Latest[FlowsInUse]
    symbols: Symbols
    speaker: Speaker
    addresses: Addresses
    demo: Demo | None = None


_OPEN: ContextVar[tuple[Installation, ...]] = ContextVar("open", default=())


def here() -> Installation:
    """Return the copy that this piece of work belongs to."""
    return _OPEN.get()[-1]


def bind(one: Installation) -> None:
    """Let `here()` be this copy, until it is unbound again."""
    _OPEN.set((*_OPEN.get(), one))


def unbind() -> None:
    """Let `here()` be the copy it was before."""
    _OPEN.set(_OPEN.get()[:-1])
