"""What falls due in the life of a check-in by itself, with nobody saying anything."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from checkin.agreements.silence import SECOND, Ask, Down, Miss, NextStep, Remind, Wait, next_step
from checkin.lives.check_in import CheckIn, is_put_off, is_rung, left_at, timed, waits_of

SOON = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class AskAgain:
    """It was put off until now: ask once more."""


@dataclass(frozen=True, slots=True)
class LetGo:
    """It was put off, and ended before anyone could be asked again: they said not now."""


@dataclass(frozen=True, slots=True)
class RingInstead:
    """Texts are stopped: staff ring."""


@dataclass(frozen=True, slots=True)
class Count:
    """What was sent is to be counted, whoever pressed."""


@dataclass(frozen=True, slots=True)
class TellOfLeft:
    """It tells of somebody being hurt, and was left unsent: somebody outside is told that it was."""


Due = Wait | Ask | AskAgain | Remind | Miss | LetGo | RingInstead | Count | TellOfLeft


def due(check_in: CheckIn, now: datetime, *, down: Down | None = None) -> Due:
    """Say what to do about a check-in whose time has come; `down` is our own latest outage."""
    left = left_at(check_in)
    if left and left <= now:
        return TellOfLeft()
    step = _whatever_was_said(check_in, now, down)
    if left and isinstance(step, Wait):
        return Wait(min(left, step.until or left))
    return step


def _whatever_was_said(check_in: CheckIn, now: datetime, down: Down | None) -> Due:
    if is_rung(check_in):
        return RingInstead()
    step = next_step(waits_of(check_in), now, down=down)
    if is_put_off(check_in):
        return _of_put_off(check_in, step, now)
    if step == Wait(None):
        return _of_ended(check_in, now)
    return step


def nothing_routine(step: Due, check_in: CheckIn, now: datetime, *, called: bool) -> Due:
    """Return what is done while somebody waits for staff: they are not reminded.

    `called`: they called for help, and are not asked either. It is looked at again each minute,
    and at its end.
    """
    held = isinstance(step, Remind) or (called and isinstance(step, Ask | AskAgain))
    if not held:
        return step
    soon, end = now + SOON, check_in.deadline_at
    return Wait(min(soon, end + SECOND) if end else soon)


def _of_put_off(check_in: CheckIn, step: NextStep, now: datetime) -> Due:
    match step:
        case Miss(down_from=None):
            return LetGo()
        case Miss():  # it is ours that nobody asked again: staff must know
            return step
        case _:
            until = check_in.put_off_until
            return Wait(until) if until and now < until else AskAgain()


def _of_ended(check_in: CheckIn, now: datetime) -> Due:
    counting = timed(check_in).next_at
    return Count() if counting and counting <= now else Wait(counting)
