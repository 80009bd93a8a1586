"""A tablet is lost, or belongs here no more: it is let in no longer, from its next page on.

Another manager is told each time: that one were told only where somebody was in a talk on it would
tell whoever turns it away of that talk.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from checkin.actions.note_hurt import left_on
from checkin.actions.text_staff import text_staff
from checkin.lives.reach import reach
from checkin.lives.record import Entry, by_staff, moment
from checkin.storage import devices, on_which_device, people, record
from checkin.storage import staff as staff_kept
from checkin.storage.outside import contacts_of
from checkin.storage.tables import DeviceRow, Staff
from checkin.storage.transaction import kept_together

IN_USE = timedelta(minutes=10)


def turn_away_device(device_id: str, staff_id: str, now: datetime, *, why: str = "") -> None:
    """Turn a device away, once. `why`: in a line."""
    with kept_together():
        row = devices.held(device_id)
        if row is None or row.revoked_at:
            return
        _tell(row, staff_id, now)
        devices.turn_away(device_id, staff_id, why, now)
        left_on(device_id, now)
        by, what = by_staff(staff_id), {"revoked": moment(now)}
        record.note([Entry(now, by, "device_turned_away", f"device:{device_id}", what)])


def used_now(device_id: str, now: datetime) -> list[str]:
    """Return who is in a talk on it that was agreed, by name; of what they began nothing is said."""
    found = on_which_device.who_answers_what_was_agreed(device_id, now - IN_USE)
    return sorted(people.name_of(one) for one in people.people_by_id(found).values())


def is_last(row: DeviceRow) -> bool:
    """Say whether nothing else is let in for whom it is: of everybody, or of the same person."""
    theirs = (None, row.person_id)
    let_in = [one for one in devices.devices_of_house(row.house_id) if not one.revoked_at]
    return not any(one.id != row.id and one.person_id in theirs for one in let_in)


def who_is_told(house_id: str, staff_id: str) -> Sequence[Staff]:
    """Return the managers but who turns it away; where none is, the contacts outside."""
    managers = [one for one in staff_kept.managers_of(house_id) if one != staff_id]
    can = [one for one in staff_kept.staff_by_id(managers).values() if reach(one, "text")]
    outside = contacts_of([house_id]).get(house_id, ())
    return sorted(can, key=lambda one: one.called) or [one for one in outside if reach(one, "text")]


def _tell(row: DeviceRow, staff_id: str, now: datetime) -> None:
    by = staff_kept.staff(staff_id)
    message = "last_device_turned_away" if is_last(row) else "device_turned_away"
    values = {"staff": by.called if by else "Somebody"}
    told = who_is_told(row.house_id, staff_id)
    text_staff(told, message, values, now, key=f"turned away:{row.id}")
