"""Not going today: the day's check-ins by text do not happen, and nobody is alarmed."""

from datetime import datetime, timedelta

from checkin.actions.about import cover_agreement
from checkin.agreements.times import local
from checkin.lives.check_in_moved_by_person import CalledOff
from checkin.storage import check_ins, which_check_ins


def cancel_today(person_id: str, now: datetime) -> None:
    """Cancel what is still to be asked or answered by text today, where the person lives."""
    agreement = cover_agreement(person_id, now)
    here = local(now, agreement.zone if agreement else "Europe/London")
    midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
    rows = which_check_ins.text_check_ins(person_id, midnight, midnight + timedelta(days=1))
    check_ins.move_many((row, CalledOff(now)) for row in rows if check_ins.still_open(row))
