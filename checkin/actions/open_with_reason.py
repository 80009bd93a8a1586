"""One of staff opens with a reason what was said to others: at once it is with the person, and who leads.

It is open for them alone, in this check-in alone, until an hour is over. What was told in
confidence is never opened so.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.hours_of import hours_of
from checkin.actions.may_see import words_answer
from checkin.actions.raise_reached import raise_reached
from checkin.actions.said_in import said_in
from checkin.actions.text_staff import text_staff
from checkin.agreements.happened import WordsOpened
from checkin.agreements.meant_for import meant_for
from checkin.agreements.opened_words import OPEN_FOR, open_since
from checkin.agreements.seeing import May, as_it_stood, may_be_opened
from checkin.agreements.seen import StaffMember
from checkin.agreements.times import local
from checkin.storage import check_ins, openings, people
from checkin.storage import staff as staff_kept
from checkin.storage.outside import contacts_of
from checkin.storage.tables import CheckInRow, OpeningRow, PersonRow, Staff
from checkin.storage.transaction import kept_together
from checkin.wording import in_a_row, plain_date, plain_time

FEW = 3  # so many are named
OTHERS = "others who work here"


class NotToOpenError(Exception):
    """There is nothing that a reason opens."""


def open_with_reason(
    check_in_id: str, staff: Staff, viewer: StaffMember, reason: str, now: datetime
) -> None:
    """Open it for this one from now on; pressed twice, or where they may read it, it is that once."""
    with kept_together():
        row = check_ins.the_check_in(check_in_id)
        if isinstance(words_answer(viewer, row, now), May):
            return
        if not can_be_opened(row, viewer, now):
            raise NotToOpenError
        opened = openings.put(row, staff.id, said_to(row, now), reason, now)
        person = people.the_person(row.person_id)
        told = those_told(staff, row, person, now)
        raise_reached(person, _happened(row, opened, staff, told, now), now)
        _text(told, opened, staff, person, now)


def can_be_opened(row: CheckInRow, viewer: StaffMember, now: datetime) -> bool:
    """Say whether a reason opens it for them."""
    if row.sent_at is None or row.taken_back_at is not None:
        return False
    said = as_it_stood(said_in({row.id}, now)[row.id])
    return may_be_opened(said, words_answer(viewer, row, now))


def open_until(row: CheckInRow, staff_id: str, now: datetime) -> datetime | None:
    """Return until when what they opened is open for them."""
    opened = openings.opened_after([row.id], open_since(now)).get(row.id, {})
    return opened[staff_id] + OPEN_FOR if staff_id in opened else None


def said_to(row: CheckInRow, now: datetime) -> str:
    """Return whom it was said to, ready to read: "Priya and Marcus"."""
    meant = staff_kept.staff_by_id(sorted(meant_for(said_in({row.id}, now)[row.id])))
    names = sorted(one.called for one in meant.values())
    return in_a_row(names) if len(names) <= FEW else OTHERS


def where_said(row: CheckInRow, zone: str) -> str:
    """Return in what it was said, and when: "What matters to me, Monday 26 October at 18:40"."""
    flow, at = flows_in_use().flows.get(row.asks), local(row.sent_at or row.due_at, zone)
    return f"{flow.title if flow else row.key}, {plain_date(at.date())} at {plain_time(at)}"


class Told(NamedTuple):
    """Who looks at what one opens (nobody: no one else leads here), and who is told of it outside.

    `waits`: until when the text of who looks waits for the day, in UTC; None where it is day.
    """

    looks: Staff | None
    outside: Sequence[Staff]
    waits: datetime | None


def those_told(staff: Staff, row: CheckInRow, person: PersonRow, now: datetime) -> Told:
    """Return who is told of what this one opens: another manager, who never opened the same.

    Where there is none, whoever else leads, and those outside.
    """
    opened = {staff.id, *openings.openers_of([row.id]).get(row.id, ())}
    here = [one for one in staff_kept.staff_of_houses([person.house_id]) if one.id not in opened]
    managers = [one for one in here if "manager" in _roles(one)]
    leads = [one for one in here if not staff_kept.LEADS.isdisjoint(_roles(one))]
    outside = contacts_of([person.house_id]).get(person.house_id, ())
    return Told(
        next(iter((*managers, *leads)), None),
        () if managers else outside,
        hours_of(person, now).wait_until(now),
    )


def _roles(one: Staff) -> set[str]:
    return {role.name for role in one.roles}


def _happened(
    row: CheckInRow, opened: OpeningRow, staff: Staff, told: Told, now: datetime
) -> WordsOpened:
    zone = hours_of(people.the_person(row.person_id), now).zone
    here = local(now, zone)
    return WordsOpened(
        opened.id,
        staff.id,
        staff.called,
        opened.whom,
        where_said(row, zone),
        f"{plain_date(here.date())} at {plain_time(here)}",
        opened.reason,
        told.waits or now,
        told.looks.id if told.looks else None,
    )


def _text(told: Told, opened: OpeningRow, staff: Staff, person: PersonRow, now: datetime) -> None:
    """Text those outside now, and by day who looks at it: it is on their list from now on."""
    values, key = (
        {"name": people.name_of(person), "staff": staff.called},
        f"opening:{opened.id}",
    )
    text_staff(told.outside, "opened_words", values, now, key=key)
    looks = [told.looks] if told.looks else []
    text_staff(looks, "looks_at_opened", values, now, key=key, not_before=told.waits)
