"""What waits for a person on the tablet: due or nearly, begun, or left half way and past its time.

What was begun is theirs until their day ends, or until they decide otherwise.
"""

from datetime import datetime, time

from checkin.actions.start_check_in import is_begun, so_far_of
from checkin.agreements.times import local, moment
from checkin.storage import houses, which_check_ins
from checkin.storage.tables import CheckInRow, PersonRow


def waits_for(person: PersonRow, now: datetime) -> list[CheckInRow]:
    """Return it in order: first what is in time."""
    zone = houses.house(person.house_id).zone
    morning = moment(local(now, zone).date(), time(), zone)
    missed = which_check_ins.missed_on_the_tablet(person.id, morning)
    in_time = which_check_ins.waiting_for(person.id, now)
    return [*in_time, *(row for row in missed if _may_go_on(row))]


def _may_go_on(row: CheckInRow) -> bool:
    return is_begun(row) and so_far_of(row).end != "declined"
