"""What a text of a member of staff can mean, and the alerts it can be about: a closed list."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from checkin.conversation.flows.level import Level


@dataclass(frozen=True, slots=True)
class Told:
    """A live alert that this member of staff was told of, and when last. Times UTC.

    about: what the person is called. taken_by: a staff id, where somebody has it. refused: they
    said that they cannot, and were not told since.
    """

    alert_id: str
    title: str
    about: str
    told_at: datetime
    level: Level = "soon"
    taken_by: str | None = None
    is_theirs: bool = False
    taken_at: datetime | None = None
    refused: bool = False

    @property
    def last_on_their_mind(self) -> datetime:
        """When they were last told of it, or took it."""
        mine = self.taken_at if self.is_theirs and self.taken_at else self.told_at
        return max(self.told_at, mine)


@dataclass(frozen=True, slots=True)
class Takes:
    """They take this one."""

    alert: Told


@dataclass(frozen=True, slots=True)
class TakesEach:
    """They take each of these. The most pressing comes first."""

    alerts: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class HasIt:
    """Somebody has it already: they themselves, or another."""

    alert: Told


@dataclass(frozen=True, slots=True)
class GivesBack:
    """They have this one, and cannot do it."""

    alert: Told


@dataclass(frozen=True, slots=True)
class Refuses:
    """They were told of this one, do not have it, and cannot do it, should it be open again."""

    alert: Told


@dataclass(frozen=True, slots=True)
class CannotDoAny:
    """They can do none of these, whoever has them."""

    alerts: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class WhichOne:
    """Several are open: they say which on the page. The most pressing comes first."""

    alerts: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class WhichToRefuse:
    """They cannot do one of these, or perhaps: they say which. The most pressing comes first."""

    alerts: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class NothingToTake:
    """It would take an alert, but there is none that they were told of."""


@dataclass(frozen=True, slots=True)
class NeedsHelp:
    """They ask for help themselves: others who work here are rung."""


@dataclass(frozen=True, slots=True)
class Stops:
    """STOP: the phone company may have blocked our texts to them; others should know."""


@dataclass(frozen=True, slots=True)
class Starts:
    """START: our texts reach them again; whoever knew of STOP should know."""


@dataclass(frozen=True, slots=True)
class LeadsRead:
    """Something else: team leads find it on their list.

    theirs: what they have, as far as it may be about that. only_thanks: it says no more.
    """

    theirs: tuple[Told, ...] = ()
    only_thanks: bool = False


FromStaff = (
    Takes
    | TakesEach
    | HasIt
    | GivesBack
    | Refuses
    | CannotDoAny
    | WhichOne
    | WhichToRefuse
    | NothingToTake
    | NeedsHelp
    | Stops
    | Starts
    | LeadsRead
)
Question = Literal["which", "which_not"]
"""What we just asked them: which one they take, or which one they cannot do."""
LEVELS: tuple[Level, ...] = get_args(Level)  # the most pressing first
RINGS: frozenset[Level] = frozenset({"now", "soon"})  # until somebody takes it
