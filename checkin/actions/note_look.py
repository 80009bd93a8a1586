"""Somebody on the staff looked at something of a person: that is written down (trust.md row 19)."""

from datetime import datetime, timedelta

from checkin.lives.record import Entry, by_staff
from checkin.storage import record
from checkin.storage.transaction import kept_together

ONE_LOOK = timedelta(minutes=10)
"""A page opened again within this time is the same look."""


def note_look(staff_id: str, page: str, row: str, person_id: str | None, now: datetime) -> None:
    """Write down who looked at which row, on which page; once in ten minutes is enough."""
    by = by_staff(staff_id)
    if record.noted_since(row, by, "looked", page, now - ONE_LOOK):
        return
    with kept_together():
        record.note([Entry(now, by, "looked", row, {"page": page}, person_id)])
