"""A cry from a number that is nobody's here: what staff read of it, and who it may be, never as a fact.

Source: texts.md B.4, trust.md hazard 6.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from checkin.agreements.reached import Reached
from checkin.conversation.flows.level import Level

FROM_NOBODY = "help_from_nobody"  # the kind of its alert
WHOSE_NUMBER = "It was {name}."
NOT_FOUND = "We found nobody whose it may be."
Why = Literal["digit", "before", "words"]
MAY_BE: dict[Why, str] = {
    "digit": "It may be {name}: their number differs by one digit.",
    "before": "It may be {name}: this was their number before.",
    "words": "It may be {name}: the words name them.",
}


@dataclass(frozen=True, slots=True)
class Cry:
    """What was texted, as one house is told of it. `number`: as people write it.

    `tells_of`: who is said to do it (staff ids).
    """

    message_id: str
    level: Level
    from_number: str
    number: str
    words: str
    house_id: str
    tells_of: Sequence[str] = ()


def may_be(name: str, why: Why) -> str:
    """Return for staff why it may be somebody."""
    return MAY_BE[why].format(name=name)


def differs_by_one(one: str, other: str) -> bool:
    """Say whether two numbers of one length differ by one digit."""
    if len(one) != len(other):
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1


def from_nobody(cry: Cry, hints: Sequence[str], not_first: tuple[str, ...] = ()) -> Reached:
    """Return what is raised in a house: the same number again joins it. `hints`: who it may be.

    What is kept from somebody never joins what they may have. `not_first`: who is not rung, while
    others can be (staff ids).
    """
    kept = ",".join(sorted(one[:8] for one in cry.tells_of))
    group = ":".join(("nobody", cry.level, cry.from_number, cry.house_id, kept))
    return Reached(
        FROM_NOBODY,
        cry.level,
        key=f"nobody:{cry.message_id}:{cry.house_id}",
        group=group[:200],
        title=f"Somebody at {cry.number} asked for help. We do not know the number.",
        not_first=not_first,
        what=(f"Texted: {cry.words}", *(hints or (NOT_FOUND,))),
    )
