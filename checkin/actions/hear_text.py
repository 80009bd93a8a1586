"""A text arrives: keep it exactly, once, and let the one it is for hear it.

Whatever breaks while it is understood, it is kept, and a person reads it.
Only the phone company's id says that a text is the same text. Source: texts.md B.4.
"""

import logging
from dataclasses import replace
from datetime import datetime

from checkin.actions.do_as_said import do_as_said
from checkin.actions.hear_from_before import hear_as_maybe_theirs, maybe_from, was_theirs
from checkin.actions.hear_from_nobody import hear_from_nobody
from checkin.actions.hear_staff import do_as_staff_said, for_staff
from checkin.actions.hearing import Hearing
from checkin.actions.leave_to_a_person import leave_to_a_person
from checkin.actions.no_picture import say_no_picture_came
from checkin.actions.open_with import open_with, texts_before, without_hidden
from checkin.for_whom.addressee import addressee
from checkin.for_whom.addressees import Addressee
from checkin.for_whom.from_staff import leaves_to_staff
from checkin.for_whom.staff_meant import LeadsRead, NothingToTake
from checkin.storage import agreements, people, texts_heard
from checkin.storage import staff as staff_kept
from checkin.storage.out_of_reach import OUT_OF_REACH
from checkin.storage.tables import HeardRow, PersonRow, Staff, new_id
from checkin.storage.texts_heard import NewText
from checkin.storage.transaction import kept_together

log = logging.getLogger(__name__)


def hear_text(
    provider_id: str,
    from_number: str,
    words: str,
    now: datetime,
    *,
    came_at: datetime | None = None,
    pictures: bool = False,
) -> None:
    """Keep a text and do what it means. The phone company's id counts once.

    `came_at`: when it came, where it had to wait. `pictures`: some came with it, which are not
    kept; the person reads that.
    """
    came = NewText(new_id(), provider_id, from_number, words, came_at or now)
    try:
        with kept_together():
            _hear(came, *_whose(from_number), now, pictures=pictures)
    except OUT_OF_REACH:  # nothing can be kept now: it comes again
        raise
    except Exception:
        log.exception("A text broke while it was understood. It is kept, and a person reads it.")
        with kept_together():
            person, staff = _whose(from_number)
            leave_to_a_person(_from(came, person, staff), person or was_theirs(came), now)


def _hear(
    came: NewText, person: PersonRow | None, staff: Staff | None, now: datetime, *, pictures: bool
) -> None:
    if not texts_heard.put(_from(came, person, staff)):
        return
    heard = texts_heard.the_text(came.id)
    if person:
        _hear_person(person, staff, heard, now)
        if pictures and heard.words.strip():
            say_no_picture_came(person.id, heard.id, now)
    elif staff:
        do_as_staff_said(staff, heard, for_staff(staff, heard), now)
    elif hearing := maybe_from(heard):
        hear_as_maybe_theirs(hearing, for_whom(hearing))
    else:
        hear_from_nobody(heard, now)


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
    here = without_hidden(here, hearing.hides)
    before = texts_before(hearing.heard)
    return addressee(hearing.heard.words, before, here, hearing.journey, now)


def _from(came: NewText, person: PersonRow | None, staff: Staff | None) -> NewText:
    return replace(
        came, person_id=person.id if person else None, staff_id=staff.id if staff else None
    )


def _whose(number: str) -> tuple[PersonRow | None, Staff | None]:
    """Return whose phone it is, as they are now; both, where it is that of both."""
    return people.person_by_number(number), _at_work(number)


def _at_work(number: str) -> Staff | None:
    staff = staff_kept.staff_by_number(number)
    return staff if staff and staff.active else None
