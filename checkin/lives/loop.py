"""How "You said, we did" may move: every decision stays; the person closes it, or their silence.

A move holds the state it moves from: what was never decided cannot be done, nor what we said we
cannot do. Source: product.md "loop", evidence.md F.1, thresholds.md T13.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from checkin.conversation.flows.does import Verdict

Decision = Literal["do", "trial", "cannot", "later"]


@dataclass(frozen=True, slots=True)
class Unread:
    """They said it, and nobody has read it."""


@dataclass(frozen=True, slots=True)
class Read:
    """Someone read it, and nothing is decided."""


@dataclass(frozen=True, slots=True)
class Promised:
    """We said that we do it, try it, or do it later. `number` counts the decisions from 1."""

    number: int
    decision: Literal["do", "trial", "later"]
    due_on: date | None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """We said that we cannot, and why."""

    number: int
    told: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """It is done, and we said how one can see that. `asked`: on how many days whether it helped."""

    number: int
    told: bool = False
    asked: int = 0


@dataclass(frozen=True, slots=True)
class Reopened:
    """They said that it did not help, or did not happen: something is decided anew."""

    number: int
    why: Verdict


@dataclass(frozen=True, slots=True)
class Closed:
    """They said that it helped; None: they were asked twice, and said nothing."""

    number: int
    impact: Verdict | None


Loop = Unread | Read | Promised | Refused | Done | Reopened | Closed


@dataclass(frozen=True, slots=True)
class ReadIt:
    """Someone reads it for the first time."""

    loop: Unread


@dataclass(frozen=True, slots=True)
class Decide:
    """Something is decided, or decided anew: then it is neither done nor told."""

    loop: Read | Promised | Refused | Done | Reopened
    decision: Decision
    due_on: date | None


@dataclass(frozen=True, slots=True)
class MarkDone:
    """What was promised is done."""

    loop: Promised


@dataclass(frozen=True, slots=True)
class Tell:
    """The person heard what was decided or done."""

    loop: Promised | Refused | Done


@dataclass(frozen=True, slots=True)
class SayImpact:
    """The person says whether it helped, or says otherwise than before; nobody else can."""

    loop: Done | Reopened | Closed
    impact: Verdict


@dataclass(frozen=True, slots=True)
class Ask:
    """The person is asked whether it helped, on another day than before."""

    loop: Done


@dataclass(frozen=True, slots=True)
class FallSilent:
    """They were asked as often as we ask, and said nothing."""

    loop: Done


Move = ReadIt | Decide | MarkDone | Tell | SayImpact | Ask | FallSilent
