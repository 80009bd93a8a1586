"""How an alert may move, and when its next step is due. None ends in silence.

A move holds the state it moves from, so that a move that is not allowed cannot be written down:
there is no `Take` of an alert that somebody has, and no `Close` of one that nobody took.
Source: thresholds.md C.0 "Levels", alerts.md section 3.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from checkin.agreements.by_day import USUAL, told_at
from checkin.agreements.cover import Hours
from checkin.agreements.ladder import claimed_until, everybody_next, next_tell, step_after
from checkin.conversation.flows.level import Level
from checkin.lives.alert import Alert, Cancelled, Claimed, Closed, Live, Open

CALM: Level = "today"
"""The level of what was missed, once its person was heard of: texts and lists, and no calls."""


@dataclass(frozen=True, slots=True)
class Take:
    """A member of staff takes it."""

    alert: Open
    by: str


@dataclass(frozen=True, slots=True)
class LogStep:
    """Whoever has it did something, and keeps it a while longer."""

    alert: Claimed


@dataclass(frozen=True, slots=True)
class TellNext:
    """Nobody acted in time."""

    alert: Open


@dataclass(frozen=True, slots=True)
class RunOut:
    """Someone took it, and neither logged a step nor closed it in time."""

    alert: Claimed


@dataclass(frozen=True, slots=True)
class GiveBack:
    """Whoever took it cannot do it: the next one is told without waiting."""

    alert: Claimed


@dataclass(frozen=True, slots=True)
class AllCannot:
    """All whom its steps name said that they cannot: others are told, and everybody right after."""

    alert: Open


@dataclass(frozen=True, slots=True)
class GoOn:
    """A step reached nobody: the next one is told without waiting.

    `past`: the last step that tells no other phone than those tried just now; it is left out.
    """

    alert: Open
    past: int


@dataclass(frozen=True, slots=True)
class Again:
    """The same happened again while it was there."""

    alert: Live


@dataclass(frozen=True, slots=True)
class Press:
    """It presses more now: who has it does something within the wait of a first step, or it goes on."""

    alert: Live


@dataclass(frozen=True, slots=True)
class Calm:
    """Who was missed was heard of since: it waits for this shift, and is never closed by that."""

    alert: Live


@dataclass(frozen=True, slots=True)
class Rest:
    """They said that they are late: nobody is told before then, and whoever has it keeps it."""

    alert: Live
    until: datetime


@dataclass(frozen=True, slots=True)
class Close:
    """Whoever has it says how it ended."""

    alert: Claimed
    outcome: str
    known_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Settle:
    """What it asked for came about by itself."""

    alert: Live
    outcome: str


@dataclass(frozen=True, slots=True)
class Cancel:
    """A manager takes it off the list, with a reason."""

    alert: Live
    reason: str


Staying = Again | Press | AllCannot | Calm | Rest
Move = (
    Take
    | LogStep
    | TellNext
    | RunOut
    | GiveBack
    | AllCannot
    | GoOn
    | Staying
    | Close
    | Settle
    | Cancel
)


def opened(
    level: Level,
    now: datetime,
    *,
    task: bool = False,
    do_by: datetime | None = None,
    hours: Hours = USUAL,
) -> Open:
    """Return a new alert, with its first step told now."""
    tell = next_tell(level, 0, now, task=task, do_by=do_by, hours=hours)
    return Open(level, task, tell.step, 0, tell.next_at, do_by, hours)


def moved(move: Move, now: datetime) -> Alert:
    """Return the alert as it stands after a move."""
    match move:
        case Take(alert, by):
            return _claimed(alert, by, now)
        case LogStep(alert):
            until = claimed_until(alert.level, now, alert.do_by, alert.hours)
            return replace(alert, next_at=until)
        case TellNext(alert) | RunOut(alert) | GiveBack(alert):
            return next_step(alert, now)
        case GoOn(alert, past):
            at = told_at(alert.level, now, alert.hours, now, alert.do_by)
            return replace(alert, step=past, next_at=at)
        case Again() | Press() | AllCannot() | Calm() | Rest():
            return _stays(move, now)
        case _:
            return _over(move, now)


def _stays(move: Staying, now: datetime) -> Live:
    """Return it with whoever has it, if anybody does."""
    match move:
        case Again(alert):
            return replace(alert, round=alert.round + 1)
        case Press(alert):
            by = alert.do_by
            first = next_tell(alert.level, 0, now, task=alert.task, do_by=by, hours=alert.hours)
            return replace(alert, round=alert.round + 1, next_at=min(alert.next_at, first.next_at))
        case AllCannot(alert):
            step, at = everybody_next(alert.level, alert.step, now) or (alert.step, alert.next_at)
            return replace(alert, step=step, next_at=at)
        case Calm(alert):
            until = claimed_until(CALM, now, alert.do_by, alert.hours)
            return replace(alert, level=CALM, next_at=until)
        case _:
            return replace(move.alert, next_at=max(move.alert.next_at, move.until))


def _over(move: Close | Settle | Cancel, now: datetime) -> Closed | Cancelled:
    match move:
        case Close(_, outcome, known_at):
            return Closed(outcome, now, known_at)
        case Settle(_, outcome):
            return Closed(outcome, now)
        case _:
            return Cancelled(move.reason, now)


def _claimed(alert: Open, by: str, now: datetime) -> Claimed:
    until = claimed_until(alert.level, now, alert.do_by, alert.hours)
    has_it = (alert.step, alert.round, until, by, now, alert.do_by, alert.hours)
    return Claimed(alert.level, alert.task, *has_it)


def next_step(alert: Live, now: datetime) -> Open:
    """Return where an alert stands once the next one is told now."""
    level, task, by, hours = alert.level, alert.task, alert.do_by, alert.hours
    step = step_after(level, alert.step, now, by, hours)
    tell = next_tell(level, step, now, task=task, do_by=by, hours=hours)
    return Open(level, task, tell.step, alert.round, tell.next_at, by, hours)
