"""Whoever has an alert texts about it in own words: they read that they have it, and it stands there."""

from datetime import datetime

from checkin.actions.answer_staff import answer_staff
from checkin.actions.texts_of_staff import names_nobody_of_staff
from checkin.for_whom.staff_meant import LeadsRead
from checkin.installation import here
from checkin.storage import alert_steps
from checkin.storage.alert_steps import AlertStep
from checkin.storage.outside import is_outside
from checkin.storage.tables import HeardRow, Staff


def said_of_theirs(staff: Staff, heard: HeardRow, said: LeadsRead, now: datetime) -> bool:
    """Say to whoever has it how to close it, and keep their words with it; say whether that was so.

    What tells of a hurt, of a telling, or of staff, is read by leads alone, and stands on no alert.
    It puts nothing off: nobody can be sure that it is a step.
    """
    apart = heard.check_in_id or is_outside(staff) or not names_nobody_of_staff(staff, heard.words)
    if len(said.theirs) != 1 or apart:
        return False
    (one,) = said.theirs
    words = f'{staff.called} texted: "{heard.words.strip()}"'
    alert_steps.add_steps([AlertStep(one.alert_id, now, "note", words, staff.id)])
    alert = f"{one.title} {here().addresses.alert(one.alert_id)}"
    answer_staff(staff, heard, "staff_still_has", now, alert=alert)
    return True
