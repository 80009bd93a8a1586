"""Who of staff said lately that they are with a person, in place of a check-in: a no may be to that."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from checkin.storage import people, which_check_ins
from checkin.storage import staff as staff_kept
from checkin.storage.tables import CheckInRow

SAID_FOR = timedelta(hours=2)


def said_with_them(person_id: str, now: datetime) -> Sequence[CheckInRow]:
    """Return the check-ins of which it was said, the last one first."""
    return which_check_ins.said_with_them(person_id, now - SAID_FOR)


def who_said_with_them(person_id: str, now: datetime) -> tuple[str, ...]:
    """Return who did (staff ids): all who go by that name."""
    names = {one.confirmed_by for one in said_with_them(person_id, now)}
    here = staff_kept.staff_of_houses([people.the_person(person_id).house_id]) if names else ()
    return tuple(one.id for one in here if one.called in names)
