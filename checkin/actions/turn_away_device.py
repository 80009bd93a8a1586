"""A tablet is lost, or belongs here no more: it is let in no longer, from its next page on."""

from datetime import datetime

from checkin.actions.note_hurt import left_on
from checkin.lives.record import Entry, by_staff, moment
from checkin.storage import devices, record
from checkin.storage.transaction import kept_together


def turn_away_device(device_id: str, staff_id: str, now: datetime, *, why: str = "") -> None:
    """Turn a device away. `why`: in a line."""
    with kept_together():
        devices.turn_away(device_id, staff_id, why, now)
        left_on(device_id, now)
        by, what = by_staff(staff_id), {"revoked": moment(now)}
        record.note([Entry(now, by, "device_turned_away", f"device:{device_id}", what)])
