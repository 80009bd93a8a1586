"""The person asks for their advocate: whoever is told rings them, and reads whom and where.

Source: flow-library.md M2.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

ADVOCATE_ASKED = "advocate_asked"  # the kind of its alert
NONE = "No advocate is written down."
FIND_ONE = "Ask {name} whom to ring, and find one with them."

_ADVICE = (
    "Ring the advocate today. Say that {name} asks for them.",
    "Do not ask {name} why: it may be about the people here.",
    "Tell {name} when the advocate rings or comes. Then close this.",
)


class Advocate(NamedTuple):
    """Who is on the person's side, with the number as people write it."""

    name: str
    phone: str


def whom_to_ring(advocates: Sequence[Advocate], name: str) -> tuple[str, ...]:
    """Return whom to ring for the person of this name, a line each; or that nobody is known."""
    if not advocates:
        return (NONE, FIND_ONE.format(name=name))
    return tuple(f"Ring the advocate for {name}. {one.name}: {one.phone}." for one in advocates)


def knows_whom_to_ring(kind: str, what: Collection[str]) -> bool:
    """Say whether whoever is told of an alert of this kind, which says this, can ring somebody."""
    return kind == ADVOCATE_ASKED and NONE not in what


def advice_where_asked(name: str) -> tuple[str, ...]:
    """Return what to do about it, a line each."""
    return tuple(line.format(name=name) for line in _ADVICE)
