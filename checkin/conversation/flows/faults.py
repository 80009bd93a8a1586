"""One thing wrong in a flow file: where it is, what is wrong, what to do.

Source: flow-language.md "Errors".
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

Severity = Literal["error", "warning"]
Path = tuple[str | int, ...]  # ("steps", "going", "choices", "not_going", "label")

# 'symbl' is close to 'symbol', 'bey' to 'bye'; 'sound' is close to neither.
CLOSE_ENOUGH = 0.6


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault; `line` and `column` begin at 1, `code` is F101 and so on."""

    file: str
    line: int
    column: int
    code: str
    message: str
    severity: Severity = "error"

    @property
    def is_error(self) -> bool:
        """Whether this keeps the flow from being used; a warning does not."""
        return self.severity == "error"

    def as_text(self) -> str:
        """Return `FILE:LINE:COLUMN: what is wrong. What to do. [code]`."""
        warning = "" if self.is_error else "warning: "
        message = " ".join(self.message.split())
        return f"{self.file}:{self.line}:{self.column}: {warning}{message} [{self.code}]"

    def as_github(self) -> str:
        """Return the line that GitHub turns into a note beside the code."""
        place = f"file={self.file},line={self.line},col={self.column},title={self.code}"
        message = self.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        return f"::{self.severity} {place}::{message}"

    def as_mapping(self) -> dict[str, str | int]:
        """Return the fault with names, for JSON."""
        return asdict(self)


def nearest_name(name: str, names: Iterable[str]) -> str | None:
    """Return the closest of `names`, or None where none is close."""
    scorer = OSA.normalized_similarity
    found = process.extractOne(name, sorted(names), scorer=scorer, score_cutoff=CLOSE_ENOUGH)
    return found[0] if found else None


def nearest(name: str, names: Iterable[str]) -> str:
    """Return " Did you mean 'symbol'?" for the closest of `names`, or nothing if none is close."""
    found = nearest_name(name, names)
    return f" Did you mean '{found}'?" if found else ""
