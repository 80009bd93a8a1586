"""What each card of My page says."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """One check-in that waits, as its card says it."""

    id: str
    title: str
    symbol: str | None
    questions: str  # "9", or "about 9"
    minutes: int
    sees: tuple[str, ...]  # who sees it, a sentence each
    begun: bool
    begun_on: str | None  # the day, where that was before today
    said_before: bool  # then what was said is not shown here
    told: bool  # something they began to tell: to go on with, or to throw away


@dataclass(frozen=True, slots=True)
class ThrownAway:
    """The way to throw away what they began to tell."""

    throws_away: str


@dataclass(frozen=True, slots=True)
class Offered:
    """One flow that the person may begin when they like."""

    flow: str
    title: str
    symbol: str | None


@dataclass(frozen=True, slots=True)
class Says:
    """A member of staff said something, which waits to be read."""

    words_id: str
    staff: str
    photo: str | None


@dataclass(frozen=True, slots=True)
class Called:
    """They called, and the call is there: who was told, and who has it."""

    who_comes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewlyAgreed:
    """Something that was agreed is new to them; `agreed`: which version, where it is one alone."""

    agreed: str | None
    newly_agreed: bool = True


@dataclass(frozen=True, slots=True)
class StaffHere:
    """Staff are signed in in this browser: the way to sign them out, whatever is not shown."""

    staff_here: bool = True


@dataclass(frozen=True, slots=True)
class Quiet:
    """It is quiet time: a clock shows how much of it is left."""

    quiet_until: datetime


@dataclass(frozen=True, slots=True)
class NewDevice:
    """A new device wants to be theirs: is it?"""

    device: str
    label: str


@dataclass(frozen=True, slots=True)
class NotYetOwn:
    """This device is not known yet to be theirs."""

    not_yet_own: bool = True


Card = (
    Waiting
    | ThrownAway
    | Offered
    | Says
    | Called
    | NewlyAgreed
    | StaffHere
    | Quiet
    | NewDevice
    | NotYetOwn
)
