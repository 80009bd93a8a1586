"""Which check-in a text belongs to, and what OK or LATE does to it.

"OK attaches to: the earliest open checkpoint; else the next one inside its early minutes; else
(within 4 hours) as a note to the last one; else it is a free message." (texts.md B.4)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from checkin.agreements.agreement import Agreement
from checkin.agreements.expected import WAITING, CheckInState
from checkin.agreements.happened import TooLate
from checkin.agreements.lateness import TooLong, grant
from checkin.agreements.times import local
from checkin.lives.check_in import asks_now, is_in_time, is_open
from checkin.lives.check_in_moves import Answered as AnswerCame
from checkin.lives.check_in_moves import MovedTo
from checkin.storage import agreements, alerts, check_ins
from checkin.storage.alerts import AlertStep
from checkin.storage.tables import CheckInRow, HeardRow, PersonRow
from checkin.wording import plain_time

NOTE_FOR = timedelta(hours=4)
NOT_ASKED = (CheckInState.CANCELLED, CheckInState.STOPPED_TEXTS, CheckInState.WITH_STAFF)
LATE_FOR = (CheckInState.MISSED, *WAITING)  # open still: nobody has looked yet
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Answered:
    """The check-in that an OK answered, in time or late."""

    check_in: CheckInRow
    agreement: Agreement | None


@dataclass(frozen=True, slots=True)
class Longer:
    """How long we wait now, as a time of day, or that it is too long."""

    check_in_id: str
    until: str
    too_late: TooLate | None


def open_checkpoint(person_id: str, now: datetime) -> CheckInRow | None:
    """Return the earliest check-in by text that waits for an answer now."""
    rows = check_ins.text_check_ins(person_id, now - DAY, now + DAY)
    return next((row for row in rows if _is_open(row, now)), None)


def answer_checkpoint(person: PersonRow, heard: HeardRow, now: datetime) -> Answered | None:
    """Let an OK answer the check-in it belongs to; None where there is none."""
    rows = check_ins.text_check_ins(person.id, now - DAY, now + DAY)
    check_in = _belongs_to(rows, now)
    if check_in is None:
        return None
    life = check_ins.life_of(check_in)
    if is_open(life) and is_in_time(life, now):
        check_ins.move(check_in, AnswerCame(now, to_count=False))
        check_in.done = "self"
    else:
        _note_late(check_in, heard, now)
    return Answered(check_in, _agreement(check_in))


def wait_longer(person: PersonRow, minutes: int, now: datetime) -> Longer | None:
    """Let LATE move a check-in and the rest of its leg, as far as was agreed."""
    rows = check_ins.text_check_ins(person.id, now - DAY, now + DAY)
    today = _same_day(rows, now)
    check_in = next((row for row in today if _is_open(row, now)), None) or next(
        (row for row in today if row.state == CheckInState.PLANNED), None
    )
    agreement = _agreement(check_in) if check_in else None
    if check_in is None or agreement is None:
        return None
    leg = [row for row in today if row.leg == check_in.leg and row.due_at >= check_in.due_at]
    already = sum(row.late_minutes for row in today if row.leg == check_in.leg)
    granted = grant(
        agreement.late, asked=minutes, already=already, due_at=check_in.due_at, received_at=now
    )
    for row in leg if agreement.late.moves_rest_of_leg else []:
        if row is not check_in and is_open(check_ins.life_of(row)):
            check_ins.move(row, MovedTo(row.due_at + timedelta(minutes=granted.minutes)))
    check_ins.move(check_in, MovedTo(granted.new_due, granted.minutes))
    too_late = TooLate(check_in.id, minutes) if isinstance(granted, TooLong) else None
    return Longer(check_in.id, plain_time(local(granted.new_due, agreement.zone)), too_late)


def _belongs_to(rows: Sequence[CheckInRow], now: datetime) -> CheckInRow | None:
    waiting = [row for row in rows if _is_open(row, now)]
    early = [row for row in rows if row.state == CheckInState.PLANNED and row.early_from <= now]
    last = [
        row
        for row in rows
        if row.due_at <= now and now - row.due_at <= NOTE_FOR and row.state not in NOT_ASKED
    ]
    return next(iter(waiting), None) or next(iter(early), None) or next(reversed(last), None)


def _is_open(row: CheckInRow, now: datetime) -> bool:
    return asks_now(check_ins.life_of(row), now)


def _note_late(check_in: CheckInRow, heard: HeardRow, now: datetime) -> None:
    if check_in.state not in LATE_FOR:
        return
    check_ins.move(check_in, AnswerCame(now, to_count=False))
    words = f'Texted: "{heard.words}"'
    alerts.add_steps(
        [
            AlertStep(one.id, now, "heard_late", words)
            for one in alerts.alerts_of_check_in(check_in.id)
        ]
    )


def _same_day(rows: Sequence[CheckInRow], now: datetime) -> list[CheckInRow]:
    found = []
    for row in rows:
        agreement = _agreement(row)
        zone = agreement.zone if agreement else "Europe/London"
        if local(row.due_at, zone).date() == local(now, zone).date():
            found.append(row)
    return found


def _agreement(row: CheckInRow) -> Agreement | None:
    version = row.agreement_version_id
    return agreements.version(version).agreement if version else None
