"""What waits for a person on the tablet: due or nearly, begun, or left half way and past its time.

What was begun is theirs until they send it, throw it away, or say not this time.
"""

from datetime import datetime

from checkin.actions.start_check_in import is_begun, so_far_of
from checkin.storage import which_check_ins
from checkin.storage.tables import CheckInRow, PersonRow

MOST_LEFT = 12
"""So many left half way are shown; more would hide what is asked today."""


def waits_for(person: PersonRow, now: datetime) -> list[CheckInRow]:
    """Return it in order: first what is in time."""
    in_time = which_check_ins.waiting_for(person.id, now)
    left = which_check_ins.left_half_way(person.id, MOST_LEFT)
    return [*in_time, *(row for row in left if _may_go_on(row))]


def _may_go_on(row: CheckInRow) -> bool:
    return is_begun(row) and so_far_of(row).end != "declined"
