"""What must be so in the small world, said as simply as it can be."""

from dataclasses import dataclass
from datetime import datetime, timedelta

KEEPS_IT_FOR = timedelta(minutes=30)  # a claim on a call for help (DECISIONS.md)
ACTS_WITHIN = timedelta(minutes=2)  # once it comes again (DECISIONS.md)
SAME_BREATH = timedelta(seconds=15)  # two calls in one ring once
CALLS = ("HELP", "not ok")
MAY_JOIN = ("ok", "LATE 20", "home", "can i go to the cafe")  # or answer what was asked


@dataclass
class Model:
    """Dev, who texts; two of staff; and the one call for help that may be open."""

    heard: int = 0
    calls_for_help: int = 0
    texts_on: bool = True
    open: bool = False
    owner: str | None = None
    until: datetime | None = None
    maybe_until: datetime | None = None
    rang: datetime | None = None  # because he called

    def text(self, words: str, now: datetime) -> None:
        self.heard += 1
        if words in CALLS:
            self._calls(now)
        if words in MAY_JOIN and self.maybe_until:
            self.maybe_until = min(self.maybe_until, now + ACTS_WITHIN)
        if words in ("STOP", "START"):
            self.texts_on = words == "START"

    def _calls(self, now: datetime) -> None:
        if not self.open:
            self.open, self.calls_for_help = True, self.calls_for_help + 1
            self.let_go()
        elif self.rang and now - self.rang <= SAME_BREATH:
            return
        elif self.until and self.maybe_until and self.has_it(now):
            self.until = min(self.until, now + ACTS_WITHIN)
            self.maybe_until = min(self.maybe_until, self.until)
        self.rang = now

    def has_it(self, now: datetime) -> str | None:
        return self.owner if self.until and now < self.until else None

    def may_be_over(self, now: datetime) -> bool:
        """Say whether words that came since may have joined the call, which goes on then."""
        return self.maybe_until is not None and self.maybe_until <= now

    def was_joined(self, *, goes_on: bool) -> None:
        """Take in whether they did: then the call went on to others."""
        if goes_on:
            self.let_go()
        else:
            self.maybe_until = self.until

    def let_go(self) -> None:
        self.owner = self.until = self.maybe_until = None

    def take(self, staff: str, now: datetime) -> None:
        if self.open and self.has_it(now) is None:
            self.owner, self.rang = staff, None
            self.until = self.maybe_until = now + KEEPS_IT_FOR

    def close(self, staff: str, now: datetime) -> None:
        if self.open and self.has_it(now) == staff:
            self.open = False
            self.let_go()
