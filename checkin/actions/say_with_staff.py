"""Staff are with the person: what was still to be asked need not be (scenarios.md D25)."""

from datetime import datetime

from checkin.lives.check_in_moved_by_staff import WithStaff
from checkin.lives.record import Entry, by_staff
from checkin.storage import check_ins, record
from checkin.storage.transaction import kept_together


def say_with_staff(check_in_id: str, staff_id: str, staff_name: str, now: datetime) -> bool:
    """Mark a check-in as with staff; False when it was answered or missed already."""
    with kept_together():
        check_in = check_ins.the_check_in(check_in_id)
        if not check_ins.still_open(check_in):
            return False
        check_ins.move(check_in, WithStaff(staff_name, now))
        row, by = f"check_in:{check_in_id}", by_staff(staff_id)
        record.note([Entry(now, by, "with_staff", row, {}, check_in.person_id)])
    return True
