"""Who a conversation is with: what differs per person.

All are frozen values, so that a whole conversation can be printed, kept and compared.
Source: product.md rules 1 to 4, flow-language.md "The engine".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Listed:
    """One face, place, goal or promise that a step may offer or go through."""

    key: str
    label: str
    picture: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)  # placeholders inside `for_each`


@dataclass(frozen=True, slots=True)
class About:
    """What differs per person, handed in at the start and kept with the check-in."""

    values: Mapping[str, str] = field(default_factory=dict)  # {name}, {group_name} ...
    profile: Mapping[str, str] = field(default_factory=dict)  # only_if: {profile: ...}
    lists: Mapping[str, tuple[Listed, ...]] = field(default_factory=dict)  # circle, staff ...
    asks_only: str = ""  # this step alone, and what its answer brings: they change one thing
