"""Whom a step tells where none of those it names can be told: the nearest who can, never nobody.

"Next" is anyone able, and not only up: whoever is on shift, then anybody here, then those beyond the
house. A step whose own people have no phone, have left or said that they cannot, is no silence.
Source: alerts.md section 3.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol, TypeVar


class Somebody(Protocol):
    """A member of staff, or a contact outside a house, who can be told."""

    @property
    def id(self) -> str:
        """The staff id."""


One = TypeVar("One", bound=Somebody)


def anyone(circles: Iterable[Sequence[One]], cannot: Collection[str]) -> Sequence[One]:
    """Return who is told: those of the first circle in which anybody is left.

    `circles`: those whom a step names, then whom one asks in their place, the nearest first; none is
    looked at before it is needed. `cannot`: who said so (ids). Where that is all there are, the
    nearest of them are told again.
    """
    there: Sequence[One] = ()
    for those in circles:
        left = [one for one in those if one.id not in cannot]
        if left:
            return left
        there = there or those
    return there
