"""One thing that can be picked, and how it is known that it was.

All are frozen values, so that a whole conversation can be printed, kept and compared.
Source: product.md rules 1 to 4, flow-language.md "The engine".
"""

from dataclasses import dataclass
from typing import Literal

How = Literal["tap", "key", "number", "exact", "words", "checked", "staff"]


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be picked, as it is shown."""

    key: str
    label: str
    symbol: str | None = None
    picture: str | None = None  # a photo of a person or place, where there is one
    audio: str | None = None
    also: tuple[str, ...] = ()
    reads: bool = False  # one of staff, who reads what is said here
