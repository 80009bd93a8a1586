"""How "You said, we did" may move: every decision stays; the person closes it, or their silence.

A move holds the state it moves from: what was never decided cannot be done, nor what we said we
cannot do. Source: product.md "loop", evidence.md F.1, thresholds.md T13.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from checkin.agreements.working_days import after_working_days
from checkin.conversation.flows.does import Verdict

Decision = Literal["do", "trial", "cannot", "later"]

READ_WITHIN, DECIDE_WITHIN = 1, 5  # working days
ASK_TIMES, SILENT_AFTER = 2, timedelta(days=7)


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
            return _judged(move)


def read_and_decided(loops: Sequence[Loop]) -> bool:
    """Say whether of words that are read together none is left to read, and something is decided."""
    unread = any(isinstance(one, Unread) for one in loops)
    return not unread and any(not isinstance(one, Read) for one in loops)


def may_be_heard(loop: Loop) -> bool:
    """Say whether there is something that the person was not told yet."""
    return isinstance(loop, Promised | Refused | Done) and not loop.told


def is_silent(loop: Done, asked_at: datetime, now: datetime) -> bool:
    """Say whether they were asked as often as we ask, last at `asked_at`, and had time to say."""
    return loop.asked >= ASK_TIMES and now >= asked_at + SILENT_AFTER


def over(loop: Loop) -> bool:
    """Say whether nothing is left to do for staff."""
    match loop:
        case Closed():
            return True
        case Done(told=told) | Refused(told=told):
            return told
        case _:
            return False


def due_by(loop: Loop, since: date) -> date | None:
    """Return the last day on which staff are not late with what comes next: read, decide or do.

    `since`: the day on which they said it, or said that it is not put right.
    """
    match loop:
        case Unread():
            return after_working_days(since, READ_WITHIN)
        case Read() | Reopened():
            return after_working_days(since, DECIDE_WITHIN)
        case Promised(due_on=due_on):
            return due_on
        case _:
            return None


def _judged(move: SayImpact | Ask | FallSilent) -> Done | Reopened | Closed:
    match move:
        case SayImpact(loop, "better"):
            return Closed(loop.number, "better")
        case SayImpact(loop, why):
            return Reopened(loop.number, why)
        case Ask(loop):
            return replace(loop, asked=loop.asked + 1)
        case _:
            return Closed(move.loop.number, None)


def _decided(move: Decide) -> Promised | Refused:
    number = 1 if isinstance(move.loop, Read) else move.loop.number + 1
    if move.decision == "cannot":
        return Refused(number)
    return Promised(number, move.decision, move.due_on)
