"""A phone that waits for somebody else who leads: what is said of it."""

from typing import NamedTuple

from checkin import clock
from checkin.actions.own_phones import as_written, may_check, waits_to_be_checked
from checkin.agreements.own_phones import waits
from checkin.door.me import me
from checkin.staff.goes_by import called
from checkin.storage.tables import PersonRow


class PhoneWaits(NamedTuple):
    """A change of a phone that nobody checked, what is said of it, and whether I may check it."""

    change_id: str
    words: str
    may_check: bool


def phone_waits(person: PersonRow) -> PhoneWaits | None:
    """Return what their phone waits for, if it does."""
    row = waits_to_be_checked(person.id)
    if row is None:
        return None
    written = as_written(row, clock.now())
    words = waits(written, called(person), still=row.used_from is None)
    return PhoneWaits(row.id, words, me().leads and may_check(row, me().id))
