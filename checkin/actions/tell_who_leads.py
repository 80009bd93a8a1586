"""A member of staff needs somebody, or may be out of reach: team leads and managers are told.

There is no alert, for an alert is about a person who draws on support (DECISIONS.md).
"""

from collections.abc import Iterable
from datetime import datetime

from checkin.actions.text_staff import text_staff
from checkin.lives.reach import reach
from checkin.storage import staff as staff_kept
from checkin.storage.tables import HeardRow, Staff


def tell_who_leads(
    about: Staff, heard: HeardRow, message: str, now: datetime, *, ring: bool = False
) -> str:
    """Text all others who lead where they work, and ring them; return their names, or ""."""
    leads = [one for one in others_who_lead(about.id) if reach(one, "call")]
    values = {"staff": about.called, "phone": heard.number}
    text_staff(leads, message, values, now, key=f"heard:{heard.id}", ring=ring)
    return " and ".join(one.called for one in leads)


def others_who_lead(staff_id: str) -> Iterable[Staff]:
    """Yield who else leads in a house of theirs, by name."""
    here = staff_kept.staff_of_houses(staff_kept.houses_of(staff_id))
    for one in here:
        if one.id != staff_id and staff_kept.is_leading(one):
            yield one
