"""A phone company that refuses, hangs and loses the thread, and is never asked the same twice."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from checkin.actions.sending import Outgoing, Refused, Unknown

Mood = Literal["works", "refuses", "hangs", "takes it and hangs", "we die before", "we die after"]


class Crash(BaseException):
    """The process dies here."""


@dataclass
class Provider:
    """Keeps what it took by key; `looks` sees each message at the moment it is taken."""

    looks: Callable[[Outgoing], None]
    mood: Mood = "works"
    took: Counter[str] = field(default_factory=Counter)

    def send(self, outgoing: Outgoing) -> str:
        if outgoing.tried_at and self.took[outgoing.key]:
            return self._id(outgoing)  # it was asked for by our own key, and found
        match self.mood:
            case "refuses":
                raise Refused("Busy.", permanent=False)
            case "hangs":
                raise Unknown("No answer.")
            case "we die before":
                self.mood = "works"
                raise Crash
            case "we die after":
                self.mood = "works"
                self._take(outgoing)
                raise Crash
            case "takes it and hangs":
                self._take(outgoing)
                raise Unknown("No answer.")
        return self._take(outgoing)

    def _take(self, outgoing: Outgoing) -> str:
        self.looks(outgoing)
        self.took[outgoing.key] += 1
        return self._id(outgoing)

    def _id(self, outgoing: Outgoing) -> str:
        return f"SM{sum(outgoing.key.encode()):08}{outgoing.key[-20:]}"[:34]
