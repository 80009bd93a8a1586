"""Time with two witnesses: the clock on the wall, and how long this machine has been running.

A wall clock that jumps is not believed at once: a glitch of seconds would ask nobody, and judge
everybody, for an hour. One that stays where it jumped to is believed after a while.
Source: alerts.md 6.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

A_STEP = timedelta(seconds=5)
"""Less than this a clock is put right by the network, and nobody need know."""
BELIEVED_AFTER = 600.0  # seconds
COMPARED_EVERY = 60.0  # seconds: a clock that creeps is put right as well


class Looked(NamedTuple):
    """What both showed at one look: the wall's time, and seconds since the machine was started."""

    wall: datetime
    running: float


@dataclass(frozen=True, slots=True)
class Steady:
    """When both agreed last, and since when they do not (seconds since the start of the machine)."""

    agreed: Looked
    doubted_since: float | None = None

    def time_at(self, looked: Looked) -> datetime:
        """Return what time it is, by whichever of the two is believed."""
        return self.agreed.wall + timedelta(seconds=looked.running - self.agreed.running)

    def after(self, looked: Looked) -> "Steady":
        """Return what is known after another look."""
        if abs(self.jumped_by(looked)) < A_STEP:
            agreed_long_ago = looked.running - self.agreed.running >= COMPARED_EVERY
            return Steady(looked) if agreed_long_ago else Steady(self.agreed)
        since = looked.running if self.doubted_since is None else self.doubted_since
        believed = looked.running - since >= BELIEVED_AFTER
        return Steady(looked) if believed else Steady(self.agreed, since)

    def jumped_by(self, looked: Looked) -> timedelta:
        """Return how far the wall's clock is ahead of what time it is."""
        return looked.wall - self.time_at(looked)
