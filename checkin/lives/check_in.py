"""The life of a check-in: where it stands, what that means, and when it is looked at next.

How it moves is told in `check_in_moves`, what falls due in `check_in_due`.
Source: thresholds.md C.0 "states", "answered", "missed" and "declined"; alerts.md 1 and 2.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from checkin.agreements.expected import WAITING, CheckInState, Expected
from checkin.agreements.silence import SECOND, in_time

HOW_DONE_WAITS = timedelta(minutes=2)
"""What counts only a person's own answers waits so long for them to say how this was done."""
LATER = timedelta(hours=2)
"""Where no later time is agreed, "later" is so much later."""
LEFT_FOR = timedelta(minutes=30)
"""What tells of somebody being hurt counts as left so long after the last answer, if it is not sent."""
TOO_SHORT = timedelta(minutes=1)
"""So shortly before its end nobody is asked again."""


class CheckIn(NamedTuple):
    """What moves in the life of a check-in. Times UTC; None: it did not happen, or never will."""

    state: CheckInState
    due_at: datetime
    early_from: datetime
    remind_at: datetime | None = None
    deadline_at: datetime | None = None  # answered up to and including this second
    put_off_until: datetime | None = None  # "later": open still, and asked again then
    next_at: datetime | None = None  # looked at again then
    late_minutes: int = 0
    asked_at: datetime | None = None
    reminded_at: datetime | None = None
    answered_at: datetime | None = None
    answered_late_at: datetime | None = None
    missed_at: datetime | None = None
    sent_at: datetime | None = None
    taken_back_at: datetime | None = None
    called_off_at: datetime | None = None  # they said that they are not going
    counted_at: datetime | None = None
    confirmed_by: str | None = None
    confirmed_how: str | None = None
    confirmed_at: datetime | None = None
    hurt_at: datetime | None = None  # what was said so far tells of somebody being hurt; last then
    left_told_at: datetime | None = None  # it was left unsent, and somebody was told that it was


SOON = timedelta(hours=1)


def is_open(check_in: CheckIn) -> bool:
    """Say whether an answer is still waited for: planned, asked, reminded, or put off."""
    return check_in.state in WAITING and check_in.answered_late_at is None


def may_be_with_staff(check_in: CheckIn, now: datetime) -> bool:
    """Say whether staff who are there may say so now, in place of asking: of what is due within the hour."""
    return is_open(check_in) and now >= check_in.due_at - SOON


def with_staff_from(check_in: CheckIn, now: datetime) -> datetime | None:
    """Return from when they may, where that is to come; None: they may now, or it is over."""
    may_later = is_open(check_in) and not may_be_with_staff(check_in, now)
    return check_in.due_at - SOON if may_later else None


def was_asked(check_in: CheckIn) -> bool:
    """Say whether it was put to the person at all: what was not, they did not leave unanswered."""
    return bool(check_in.asked_at or check_in.reminded_at)


def is_put_off(check_in: CheckIn) -> bool:
    """Say whether the person said "later" and was not asked again yet: it is open, and hears."""
    return is_open(check_in) and check_in.put_off_until is not None


def is_rung(check_in: CheckIn) -> bool:
    """Say whether no text asks it and staff ring in its place: what the person says still counts."""
    return check_in.state == CheckInState.STOPPED_TEXTS and check_in.answered_late_at is None


def can_be_answered(check_in: CheckIn) -> bool:
    """Say whether an answer is waited for, by text or by those who ring in its place."""
    return is_open(check_in) or is_rung(check_in)


def asks_now(check_in: CheckIn, now: datetime) -> bool:
    """Say whether it waits for an answer now: it was asked or rung for, or should have been by now."""
    if is_rung(check_in):
        return check_in.due_at <= now and is_in_time(check_in, now)
    to_come = check_in.state == CheckInState.PLANNED and check_in.due_at > now
    return is_open(check_in) and not to_come


def is_in_time(check_in: CheckIn, at: datetime) -> bool:
    """Say whether an answer that comes then is in time."""
    return check_in.deadline_at is None or in_time(at, check_in.deadline_at)


def planned(waits: Expected, early_from: datetime) -> CheckIn:
    """Return a check-in that an agreement asks for."""
    return CheckIn(
        state=waits.state,
        due_at=waits.due_at,
        early_from=early_from,
        remind_at=waits.remind_at,
        deadline_at=waits.deadline_at,
        next_at=waits.due_at,
    )


def begun(at: datetime) -> CheckIn:
    """Return one that the person began: nothing falls due until they speak."""
    return CheckIn(CheckInState.ASKED, due_at=at, early_from=at, asked_at=at)


def waits_of(check_in: CheckIn) -> Expected:
    """Return it as the rules of silence see it."""
    return Expected("", check_in.state, check_in.due_at, check_in.remind_at, check_in.deadline_at)


def asked_again_at(check_in: CheckIn, now: datetime, agreed: datetime | None) -> datetime | None:
    """Return when "later" is: the agreed time, else in two hours, else half way to the end.

    Where it ends so soon that nobody can be asked again, it is the end.
    """
    if agreed and now < agreed and is_in_time(check_in, agreed):
        return agreed
    end = check_in.deadline_at
    if end is None or now + LATER <= end:
        return now + LATER
    half = now + (end - now) / 2
    return half.replace(microsecond=0) if half - now >= TOO_SHORT else end + SECOND


def timed(check_in: CheckIn) -> CheckIn:
    """Return it with the moment at which something next falls due by itself."""
    return check_in._replace(next_at=_next_falls_due(check_in))


def never_silent(check_in: CheckIn) -> bool:
    """Say whether all that must be looked at has a time at which it is."""
    return check_in.next_at is not None or _next_falls_due(check_in) is None


def left_at(check_in: CheckIn) -> datetime | None:
    """Return when what tells of somebody being hurt counts as left, unsent; None: it does not."""
    told = check_in.sent_at or check_in.left_told_at
    return check_in.hurt_at + LEFT_FOR if check_in.hurt_at and not told else None


def _next_falls_due(check_in: CheckIn) -> datetime | None:
    moments = (
        _silence_falls_due(check_in), _counting_falls_due(check_in), left_at(check_in)
    )  # fmt: skip
    return min((one for one in moments if one), default=None)


def _silence_falls_due(check_in: CheckIn) -> datetime | None:
    if check_in.state not in WAITING:
        return None
    end = check_in.deadline_at + SECOND if check_in.deadline_at else None
    if not is_open(check_in):  # answered late: it is still to be called missed
        return end
    if check_in.put_off_until:
        return check_in.put_off_until
    match check_in.state:
        case CheckInState.PLANNED:
            return check_in.due_at
        case CheckInState.ASKED:
            return check_in.remind_at or end
        case _:
            return end


def _counting_falls_due(check_in: CheckIn) -> datetime | None:
    counted = check_in.counted_at or check_in.taken_back_at
    return check_in.sent_at + HOW_DONE_WAITS if check_in.sent_at and not counted else None
