"""Who else looks at what one of staff did alone: another who leads in the house, or those outside it."""

from collections.abc import Sequence
from datetime import datetime

from checkin.actions.text_staff import text_staff
from checkin.storage import people
from checkin.storage import staff as staff_kept
from checkin.storage.outside import contacts_of
from checkin.storage.tables import PersonRow, Staff


def another_who_leads(house_id: str, staff_id: str | None) -> str | None:
    """Return who leads in a house and is not this one (id), a manager before others; None: nobody."""
    leads = (*staff_kept.managers_of(house_id), *(one.id for one in _leads_of(house_id)))
    return next((one for one in leads if one != staff_id), None)


def _leads_of(house_id: str) -> Sequence[Staff]:
    here = staff_kept.staff_of_houses([house_id])
    return [one for one in here if staff_kept.is_leading(one)]


def tell_those_outside(
    person: PersonRow, message: str, by: str, now: datetime, *, key: str
) -> None:
    """Text the contacts outside the house what somebody (`by`, as they are called) did."""
    outside = contacts_of([person.house_id]).get(person.house_id, ())
    text_staff(outside, message, {"name": people.name_of(person), "staff": by}, now, key=key)
