"""One phone belongs to one person, and to one member of staff; to both only knowingly."""

from checkin.storage import people
from checkin.storage import staff as staff_kept

STAFFS = (
    "This is the phone of somebody who works here. What comes from it would be taken for theirs. "
    "Write this person's own number, or leave the field empty."
)


class NumberTakenError(Exception):
    """The phone is somebody's already; the message says whose, and what to do."""


def must_be_free_for_person(phone: str | None, person_id: str | None = None) -> None:
    """Raise NumberTakenError where somebody else does check-ins with this phone."""
    found = people.person_by_number(phone) if phone else None
    if found and found.id != person_id:
        raise NumberTakenError(_taken(found.name))


def must_be_free_for_staff(phone: str | None, staff_id: str | None = None) -> None:
    """Raise NumberTakenError where somebody else on the staff is told by this phone."""
    found = staff_kept.staff_by_number(phone) if phone else None
    if found and found.id != staff_id:
        raise NumberTakenError(_taken(found.name))


def must_not_be_staffs(phone: str | None, person_id: str) -> None:
    """Raise NumberTakenError where somebody at work would put a phone of staff in a person's place."""
    if phone and staff_kept.staff_by_number(phone) and people.the_person(person_id).phone != phone:
        raise NumberTakenError(STAFFS)


def shared_with_staff(phone: str | None) -> str | None:
    """Return a warning where one phone is a person's and a member of staff's, else None."""
    if not phone:
        return None
    person, staff = people.person_by_number(phone), staff_kept.staff_by_number(phone)
    if not (person and staff):
        return None
    return (
        f"{person.name} and {staff.name} (staff) have the same phone. What comes from it may be "
        "taken for the other's. Better give each a number of their own."
    )


def _taken(name: str) -> str:
    return f"This phone belongs to {name} already. Give another number, or none."
