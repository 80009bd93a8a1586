"""How "You said, we did" may move: every decision stays, and a changed one is told anew.

A move holds the state it moves from: what was never decided cannot be done, nor what we said we
cannot do. Source: product.md "loop", evidence.md F.1, thresholds.md T13.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from checkin.agreements.working_days import after_working_days
from checkin.conversation.flows.does import Judgement

Decision = Literal["do", "trial", "cannot", "later"]

READ_WITHIN, DECIDE_WITHIN = 1, 5  # working days


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
    """It is done, and we said how one can see that."""

    number: int
    told: bool = False


@dataclass(frozen=True, slots=True)
class Closed:
    """They said whether it helped."""

    number: int
    impact: Judgement


Loop = Unread | Read | Promised | Refused | Done | Closed


@dataclass(frozen=True, slots=True)
class ReadIt:
    """Someone reads it for the first time."""

    loop: Unread


@dataclass(frozen=True, slots=True)
class Decide:
    """Something is decided, or decided anew: then it is neither done nor told."""

    loop: Read | Promised | Refused | Done
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

    loop: Done | Closed
    impact: Judgement


Move = ReadIt | Decide | MarkDone | Tell | SayImpact


def moved(move: Move) -> Loop:
    """Return the loop as it stands after a move."""
    match move:
        case ReadIt():
            return Read()
        case Decide():
            return _decided(move)
        case MarkDone(loop):
            return Done(loop.number, loop.told)
        case Tell(loop):
            return replace(loop, told=True)
        case _:
            return Closed(move.loop.number, move.impact)


def read_and_decided(loops: Sequence[Loop]) -> bool:
    """Say whether of words that are read together none is left to read, and something is decided."""
    unread = any(isinstance(one, Unread) for one in loops)
    return not unread and any(not isinstance(one, Read) for one in loops)


def may_be_heard(loop: Loop) -> bool:
    """Say whether there is something that the person was not told yet."""
    return isinstance(loop, Promised | Refused | Done) and not loop.told


def over(loop: Loop) -> bool:
    """Say whether nothing is left to do for staff."""
    match loop:
        case Closed():
            return True
        case Done(told=told) | Refused(told=told):
            return told
        case _:
            return False


def due_by(loop: Loop, raised_on: date) -> date | None:
    """Return the last day on which staff are not late with what comes next: read, decide or do."""
    match loop:
        case Unread():
            return after_working_days(raised_on, READ_WITHIN)
        case Read():
            return after_working_days(raised_on, DECIDE_WITHIN)
        case Promised(due_on=due_on):
            return due_on
        case _:
            return None


def _decided(move: Decide) -> Promised | Refused:
    number = 1 if isinstance(move.loop, Read) else move.loop.number + 1
    if move.decision == "cannot":
        return Refused(number)
    return Promised(number, move.decision, move.due_on)
