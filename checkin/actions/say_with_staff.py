"""Staff are with the person: what was still to be asked need not be (scenarios.md D25)."""

from datetime import datetime

from checkin.agreements.reached import OPEN_STATES
from checkin.storage import check_ins
from checkin.storage.transaction import kept_together


def say_with_staff(check_in_id: str, staff_name: str, now: datetime) -> bool:
    """Mark a check-in as with staff; False when it was answered or missed already."""
    with kept_together():
        check_in = check_ins.the_check_in(check_in_id)
        if check_in.state not in OPEN_STATES:
            return False
        check_in.state, check_in.next_at = "with_staff", None
        check_in.confirmed_by, check_in.confirmed_how = staff_name, "with them"
        check_in.confirmed_at = now
    return True
