"""One figure and its mark."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """`most` or `least` is the mark; without one the figure is only shown."""

    what: str
    figure: float
    unit: str
    most: float | None = None
    least: float | None = None

    @property
    def reached(self) -> bool:
        """Whether the figure keeps to its mark."""
        above = self.least is None or self.figure >= self.least
        return above and (self.most is None or self.figure <= self.most)

    def as_text(self) -> str:
        """Return the row as it is printed."""
        mark = "" if self.most is None else f"at most {self.most:g}"
        mark = mark if self.least is None else f"at least {self.least:g}"
        verdict = "" if not mark else ("ok" if self.reached else "MISSED")
        return f"{self.what:<62}{self.figure:>12.4g} {self.unit:<12}{mark:<16}{verdict}"
