"""A claim: what holds a kind of promise against what happened, and when."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from tests.promised.happened import Happened, Shown

Holds = Callable[[Happened, Shown], str | None]
When = Literal["shown", "after"]


class Claim(NamedTuple):
    """`holds` returns what is not so, in words, or nothing.

    when: as the sentence is shown; or after the road, so many minutes later.
    """

    holds: Holds
    when: When
    minutes: int | Callable[[Shown], float]

    def wait(self, shown: Shown) -> float:
        """Return after how many minutes this sentence is held."""
        return self.minutes(shown) if callable(self.minutes) else self.minutes


CLAIMS: dict[str, Claim] = {}


def claim(
    *kinds: str, when: When = "after", minutes: int | Callable[[Shown], float] = 0
) -> Callable[[Holds], Holds]:
    """Let this hold the promises of these kinds."""

    def keep(holds: Holds) -> Holds:
        CLAIMS.update({kind: Claim(holds, when, minutes) for kind in kinds})
        return holds

    return keep


def listed(what: str, names: list[str] | set[str]) -> str | None:
    """Return a finding about some people, or nothing where there are none."""
    return f"{what}: {', '.join(sorted(names))}" if names else None
