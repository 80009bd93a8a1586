"""Whoever has an alert texts about it in own words: they read that they have it, and how to close it."""

from datetime import datetime

from checkin.actions.answer_staff import answer_staff
from checkin.actions.texts_of_staff import names_nobody_of_staff
from checkin.for_whom.staff_meant import LeadsRead
from checkin.installation import here
from checkin.storage.outside import is_outside
from checkin.storage.tables import HeardRow, Staff


def said_of_theirs(staff: Staff, heard: HeardRow, said: LeadsRead, now: datetime) -> bool:
    """Say to whoever has it how to close it; say whether that was so.

    Not of what tells of a hurt, of a telling, or of staff. Their words stand on no alert: more read
    that than may know whom they are of.
    """
    apart = heard.check_in_id or is_outside(staff) or not names_nobody_of_staff(staff, heard.words)
    if len(said.theirs) != 1 or apart:
        return False
    (one,) = said.theirs
    alert = f"{one.title} {here().addresses.alert(one.alert_id)}"
    answer_staff(staff, heard, "staff_still_has", now, alert=alert)
    return True
