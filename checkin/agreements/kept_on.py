"""From whom a hurt is kept that is told later: keeping belongs to the person, and ends with no alert.

Whoever was kept out of a hurt they told is kept out of what they tell then, closed or open. While
a hurt they told is open it is kept alike: where nobody can tell who that was, from all here; whom to
keep something else from, which they did not say, is of that alone.
Once it is closed, whoever it was about is known to those outside, and nobody more is kept out.
Source: trust.md A2, thresholds.md T15.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple, Protocol


class Kept(Protocol):
    """From whom something they told is kept (staff ids), and whether nobody can tell."""

    @property
    def kept_from(self) -> frozenset[str]:
        """Ids of staff."""

    @property
    def unclear(self) -> bool:
        """Whether nobody can tell from whom."""

    @property
    def hurt_unclear(self) -> bool:
        """Whether its words say that somebody hurts them, and nobody can tell who."""


class KeptOn(NamedTuple):
    """Who is kept out of what they tell now besides (staff ids), and whether nobody can tell."""

    those: frozenset[str]
    unclear: bool


def kept_on(told: Mapping[str, Kept], open_: Collection[str]) -> KeptOn:
    """Return who is kept out because of what was told before; `open_`: which of that is open."""
    those = frozenset(one for each in told.values() for one in each.kept_from)
    return KeptOn(those, any(each.hurt_unclear for key, each in told.items() if key in open_))
