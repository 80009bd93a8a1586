"""What must be so in the small world, said as simply as it can be."""

from dataclasses import dataclass
from datetime import datetime, timedelta

KEEPS_IT_FOR = timedelta(minutes=30)  # a claim on a call for help (DECISIONS.md)


@dataclass
class Model:
    """Dev, who texts; two of staff; and the one call for help that may be open."""

    heard: int = 0
    calls_for_help: int = 0
    texts_on: bool = True
    open: bool = False
    owner: str | None = None
    until: datetime | None = None

    def text(self, words: str) -> None:
        self.heard += 1
        if words in ("HELP", "not ok") and not self.open:
            self.open, self.owner, self.calls_for_help = True, None, self.calls_for_help + 1
        if words in ("STOP", "START"):
            self.texts_on = words == "START"

    def has_it(self, now: datetime) -> str | None:
        return self.owner if self.until and now < self.until else None

    def take(self, staff: str, now: datetime) -> None:
        if self.open and self.has_it(now) is None:
            self.owner, self.until = staff, now + KEEPS_IT_FOR

    def close(self, staff: str, now: datetime) -> None:
        if self.open and self.has_it(now) == staff:
            self.open, self.owner = False, None
