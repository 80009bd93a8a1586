"""What a person reads of who looked: who opened what was said to others, and who looks at what they send."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from checkin.actions.hours_of import hours_of
from checkin.actions.open_with_reason import where_said
from checkin.actions.said_in import said_in
from checkin.agreements.looks import Look, last_looks
from checkin.agreements.opened_words import OPEN_FOR
from checkin.agreements.times import local
from checkin.storage import check_ins, openings, record
from checkin.storage import staff as staff_kept
from checkin.storage.tables import OpeningRow, PersonRow, Staff
from checkin.wording import plain_date, plain_time

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Looked:
    """One of staff, and what they did, a sentence each. `reason`: as they wrote it."""

    staff: Staff
    lines: tuple[str, ...]
    reason: str = ""


def opened_of(person: PersonRow, now: datetime, most: int, after: int = 0) -> tuple[Looked, ...]:
    """Return who opened with a reason what this person said to others, the newest first."""
    rows = openings.openings_of(person.id, most, after)
    staff = staff_kept.staff_by_id(row.staff_id for row in rows)
    zone = hours_of(person, now).zone
    return tuple(_opened(row, staff, zone) for row in rows)


def who_opened(check_in_id: str) -> tuple[str, ...]:
    """Return what those are called who opened a check-in with a reason, each once."""
    staff = staff_kept.staff_by_id(openings.openers_of([check_in_id]).get(check_in_id, ()))
    return tuple(sorted(one.called for one in staff.values()))


def _opened(row: OpeningRow, staff: Mapping[str, Staff], zone: str) -> Looked:
    check_in, by = check_ins.check_in(row.check_in_id), staff[row.staff_id]
    if check_in is None:
        raise LookupError(row.check_in_id)
    lines = (
        f"{by.called} opened what you said to {row.whom}.",
        f"You said it in {where_said(check_in, zone)}.",
        f"{by.called} opened it on {_moment(row.at, zone)}, for {OPEN_FOR // MINUTE} minutes.",
    )
    return Looked(by, lines, row.reason)


def looks_of(person: PersonRow, now: datetime) -> tuple[Looked, ...]:
    """Return who looked last at what this person sent, as it was meant for them."""
    looks = list(_looks(person.id))
    last = last_looks(looks, said_in({one.check_in for one in looks}, now))
    staff = staff_kept.staff_by_id(one.staff for one in last)
    zone = hours_of(person, now).zone
    return tuple(
        Looked(
            staff[one.staff],
            (f"{staff[one.staff].called} looked on {_moment(one.at, zone)}.",),
        )
        for one in last
    )


def _looks(person_id: str) -> Iterator[Look]:
    for by, row, at in record.looks_at_check_ins(person_id):
        yield Look(by.removeprefix("staff:"), row.removeprefix("check_in:"), at)


def _moment(at: datetime, zone: str) -> str:
    there = local(at, zone)
    return f"{plain_date(there.date())} at {plain_time(there)}"
