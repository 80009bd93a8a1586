"""One phone belongs to one person, or to one member of staff: what comes from it is theirs."""

from datetime import datetime

from checkin.agreements.own_phones import MAYBE_THEIRS
from checkin.storage import people, phone_changes
from checkin.storage import staff as staff_kept

STAFFS = (
    "This is the phone of somebody who works here. What comes from it would be taken for theirs. "
    "Write this person's own number, or leave the field empty."
)
PERSONS = (
    "This is the phone of somebody who does check-ins here. What comes from it would be taken for "
    "theirs. Write the number of whoever works here, or leave the field empty."
)


TAKEN = "This phone belongs to somebody else here already. Give another number, or none."


OF_LATE = (
    "This was the phone of somebody else here until lately. What they text from it would be taken "
    "for another's. Give another number, or none."
)


class NumberTakenError(Exception):
    """The phone is somebody's already; the message says what to do, and names nobody.

    Whoever has it may live or work in a house that is not theirs to know of (trust.md row 22).
    """


def must_be_free_for_person(phone: str | None, person_id: str | None = None) -> None:
    """Raise NumberTakenError where somebody else has this phone; the one they have may stay."""
    if not phone or (person_id and people.the_person(person_id).phone == phone):
        return
    if people.person_by_number(phone):
        raise NumberTakenError(TAKEN)
    if staff_kept.staff_by_number(phone):
        raise NumberTakenError(STAFFS)


def must_be_nobodys_of_late(phone: str | None, person_id: str, now: datetime) -> None:
    """Raise NumberTakenError where another may text from it still, whose number it was of late.

    What was written down for somebody and never checked was not known to be theirs.
    """
    took = phone_changes.last_with(phone, now - MAYBE_THEIRS) if phone else None
    if took and took.person_id != person_id and phone_changes.was_known(took):
        raise NumberTakenError(OF_LATE)
    waits = phone_changes.waiting_with(phone) if phone else None
    if waits and waits.person_id != person_id:
        raise NumberTakenError(TAKEN)


def must_be_free_for_staff(phone: str | None, staff_id: str | None = None) -> None:
    """Raise NumberTakenError where somebody else has this phone; the one they have may stay."""
    found = staff_kept.staff_by_number(phone) if phone else None
    if not phone or (found and found.id == staff_id):
        return
    if found:
        raise NumberTakenError(TAKEN)
    if people.person_by_number(phone):
        raise NumberTakenError(PERSONS)


def shared_with_staff(phone: str | None) -> str | None:
    """Return a warning where one phone was kept for a person and for one of the staff, else None."""
    if not phone:
        return None
    person, staff = people.person_by_number(phone), staff_kept.staff_by_number(phone)
    if not (person and staff):
        return None
    return (
        f"{person.name} and {staff.name} (staff) have the same phone. What comes from it may be "
        "taken for the other's. Better give each a number of their own."
    )
