"""What OK and LATE do to the check-in that they are for (`for_whom` says which that is)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.heard_of import rings_no_more, wait_for
from checkin.actions.settle_task import settle_task
from checkin.agreements.agreement import Agreement
from checkin.agreements.calls_for_texts import group_of_call
from checkin.agreements.expected import WAITING, CheckInState
from checkin.agreements.happened_by_text import TooLate
from checkin.agreements.lateness import TooLong, grant
from checkin.agreements.times import local
from checkin.for_whom.one_thought import GOES_ON
from checkin.lives.check_in import can_be_answered, is_in_time, is_rung
from checkin.lives.check_in_moved_by_person import Answered as AnswerCame
from checkin.lives.check_in_moved_by_person import MovedTo
from checkin.lives.check_in_taken_back import OkTakenBack
from checkin.storage import (
    agreements,
    alert_steps,
    check_ins,
    texts_heard,
    which_alerts,
    which_check_ins,
)
from checkin.storage.alert_steps import AlertStep
from checkin.storage.tables import CheckInRow, HeardRow
from checkin.wording import plain_time

LATE_FOR = (CheckInState.MISSED, CheckInState.STOPPED_TEXTS, *WAITING)
"""Missed, rung for, or open still: nobody has looked yet."""
DAY = timedelta(days=1)
LATE = "late:"  # and the minutes that were given


@dataclass(frozen=True, slots=True)
class Answered:
    """The check-in that an OK answered, in time or late; again: it had been answered before."""

    check_in: CheckInRow
    agreement: Agreement | None
    again: bool


@dataclass(frozen=True, slots=True)
class Longer:
    """How long we wait now, as a time of day, or that it is too long; minutes: so much was given."""

    minutes: int
    until: str
    too_late: TooLate | None


def checkpoints_of(person_id: str, now: datetime) -> list[CheckInRow]:
    """Return the check-ins of yesterday to tomorrow that a fixed text asks, in order."""
    flows = flows_in_use().flows
    rows = which_check_ins.text_check_ins(person_id, now - DAY, now + DAY)
    return [row for row in rows if row.asks not in flows]


def answer_checkpoint(check_in_id: str, heard: HeardRow, now: datetime) -> Answered:
    """Let an OK answer a check-in, or stand beside one that is over."""
    check_in = check_ins.the_check_in(check_in_id)
    life = check_ins.life_of(check_in)
    again = life.answered_at is not None or life.answered_late_at is not None
    settled = _settle_call(check_in, heard.words, now)
    noted = rings_no_more(check_in.person_id, _texted(heard.words), now)
    if can_be_answered(life) and is_in_time(life, now):
        check_ins.move(check_in, AnswerCame(now, to_count=False))
        check_in.done = "self"
    else:
        _note_late(check_in, heard, {settled, *noted}, now)
    return Answered(check_in, _agreement(check_in), again=again)


def wait_on(check_in_id: str, now: datetime) -> datetime | None:
    """Take the OK of a check-in back; return until when we wait, or None where it is over."""
    check_in = check_ins.the_check_in(check_in_id)
    if check_in.state != CheckInState.ANSWERED or not is_in_time(check_ins.life_of(check_in), now):
        return None
    check_ins.move(check_in, OkTakenBack(now))
    check_in.done = None
    return check_in.deadline_at


def given_in_this_breath(heard: HeardRow, check_in_id: str) -> int:
    """Return the minutes that a LATE of a moment ago was given, which this one puts right."""
    given = [
        one.meaning.removeprefix(LATE)
        for one in texts_heard.texts_from(heard.person_id or "", heard.at - GOES_ON)
        if one.id != heard.id and one.check_in_id == check_in_id
        if one.meaning and one.meaning.startswith(LATE)
    ]
    return int(given[-1]) if given else 0


def wait_longer(
    check_in_id: str, minutes: int, heard: HeardRow, now: datetime, *, in_place_of: int = 0
) -> Longer | None:
    """Let LATE move a check-in and the rest of its leg; None where nothing was agreed of it.

    in_place_of: minutes that were given a moment ago, to the same thought.
    """
    check_in = check_ins.the_check_in(check_in_id)
    agreement = _agreement(check_in)
    if agreement is None:
        return None
    rows = checkpoints_of(check_in.person_id, now)
    same_leg = [
        row for row in _on_the_day_of(check_in, rows, agreement.zone) if row.leg == check_in.leg
    ]
    before = check_in.due_at - timedelta(minutes=in_place_of)
    granted = grant(
        agreement.late,
        asked=minutes,
        already=sum(row.late_minutes for row in same_leg) - in_place_of,
        due_at=before,
        received_at=before if in_place_of else now,
    )
    more = granted.minutes - in_place_of
    later = [row for row in same_leg if row is not check_in and row.due_at >= check_in.due_at]
    for row in later if agreement.late.moves_rest_of_leg else []:
        if can_be_answered(check_ins.life_of(row)):
            check_ins.move(row, MovedTo(row.due_at + timedelta(minutes=more)))
    if granted.minutes:  # who was to ring is asked again, at the new time
        _settle_call(check_in, heard.words, now)
    check_ins.move(check_in, MovedTo(granted.new_due, more))
    wait_for(check_in.person_id, {row.id for row in same_leg}, granted.new_due, now)
    too_late = TooLate(check_in.id, minutes) if isinstance(granted, TooLong) else None
    until = plain_time(local(granted.new_due, agreement.zone))
    return Longer(granted.minutes, until, too_late)


def _texted(words: str) -> str:
    return f'Texted: "{words}"'


def _settle_call(check_in: CheckInRow, words: str, now: datetime) -> str | None:
    """Close the call that stood in for its text, and return it: the person has spoken."""
    if not is_rung(check_ins.life_of(check_in)):
        return None
    return settle_task(group_of_call(check_in.id), "heard", _texted(words), now)


def _note_late(
    check_in: CheckInRow, heard: HeardRow, noted: Collection[str | None], now: datetime
) -> None:
    if check_in.state not in LATE_FOR:
        return
    check_ins.move(check_in, AnswerCame(now, to_count=False))
    words = _texted(heard.words)
    alert_steps.add_steps(
        [
            AlertStep(one.id, now, "heard_late", words)
            for one in which_alerts.alerts_of_check_in(check_in.id)
            if one.id not in noted
        ]
    )


def _on_the_day_of(check_in: CheckInRow, rows: Sequence[CheckInRow], zone: str) -> list[CheckInRow]:
    day = local(check_in.due_at, zone).date()
    return [row for row in rows if local(row.due_at, zone).date() == day]


def _agreement(row: CheckInRow) -> Agreement | None:
    version = row.agreement_version_id
    return agreements.version(version).agreement if version else None
