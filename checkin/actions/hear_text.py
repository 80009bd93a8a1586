"""A text arrives: keep it exactly, once, and let the one it is for hear it.

Only the phone company's id says that a text is the same text. Source: texts.md B.4.
"""

from datetime import datetime

from checkin.actions.do_as_said import do_as_said
from checkin.actions.hear_staff import do_as_staff_said, for_staff
from checkin.actions.hearing import Hearing, journey_of
from checkin.actions.open_with import open_with, texts_before
from checkin.for_whom.addressee import Addressee, addressee
from checkin.for_whom.from_staff import LeadsRead, NothingToTake, leaves_to_staff
from checkin.storage import agreements, people, texts_heard
from checkin.storage import staff as staff_kept
from checkin.storage.tables import HeardRow, PersonRow, Staff, new_id
from checkin.storage.texts_heard import NewText
from checkin.storage.transaction import kept_together


def hear_text(provider_id: str, from_number: str, words: str, now: datetime) -> None:
    """Keep a text and do what it means. The phone company's id counts once."""
    with kept_together():
        person = people.person_by_number(from_number)
        staff = _at_work(from_number)
        text = NewText(
            id=new_id(),
            provider_id=provider_id,
            number=from_number,
            words=words,
            at=now,
            person_id=person.id if person else None,
            staff_id=staff.id if staff else None,
        )
        if not texts_heard.put(text):
            return
        heard = texts_heard.the_text(text.id)
        if person:
            _hear_person(person, staff, heard, now)
        elif staff:
            do_as_staff_said(staff, heard, for_staff(staff, heard), now)


def _hear_person(person: PersonRow, staff: Staff | None, heard: HeardRow, now: datetime) -> None:
    """Let a person be heard first; what is no cry or answer of theirs may be staff's."""
    hearing = Hearing(person, heard, agreements.agreements_of(person.id, now), now)
    whom = for_whom(hearing)
    if staff and leaves_to_staff(whom):
        takes = for_staff(staff, heard)
        if not isinstance(takes, LeadsRead | NothingToTake):
            do_as_staff_said(staff, heard, takes, now)
            return
    do_as_said(hearing, whom)


def for_whom(hearing: Hearing) -> Addressee:
    """Return for whom a text of a person is, with all that is open when it comes."""
    person, now = hearing.person, hearing.now
    here = open_with(person.id, now)  # first: it holds the check-ins, so that texts take turns
    journey = journey_of(person, hearing.in_force, now)
    return addressee(hearing.heard.words, texts_before(hearing.heard), here, journey, now)


def _at_work(number: str) -> Staff | None:
    staff = staff_kept.staff_by_number(number)
    return staff if staff and staff.active else None
