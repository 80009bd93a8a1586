"""Whoever has an alert texts about it in own words: they read that they have it, and how to close it."""

from datetime import datetime

from checkin.actions.answer_staff import answer_staff
from checkin.actions.ask_which import listed
from checkin.actions.texts_of_staff import names_nobody_of_staff
from checkin.for_whom.staff_meant import LeadsRead
from checkin.for_whom.taking import most_pressing_first
from checkin.storage.outside import is_outside
from checkin.storage.tables import HeardRow, Staff


def said_of_theirs(staff: Staff, heard: HeardRow, said: LeadsRead, now: datetime) -> bool:
    """Say to whoever has it how to close it; say whether that was so.

    Not of what tells of a hurt, of a telling, or of staff. Their words stand on no alert: more read
    that than may know whom they are of.
    """
    apart = heard.check_in_id or is_outside(staff) or not names_nobody_of_staff(staff, heard.words)
    if not said.theirs or apart:
        return False
    message = "staff_still_has" if len(said.theirs) == 1 else "staff_still_has_some"
    answer_staff(staff, heard, message, now, **listed(most_pressing_first(said.theirs)))
    return True
