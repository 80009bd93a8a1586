"""What is for the contacts outside a house is told to them, in the same transaction.

Where what was said has called somebody at once already (someone was hurt), that alert is theirs.
"""

from datetime import datetime

from checkin.actions.raise_reached import raise_reached
from checkin.actions.said_in import said_in
from checkin.actions.who_knows import raised_by_answers
from checkin.agreements.told_outside import for_those_outside, is_called_already
from checkin.storage import people
from checkin.storage.tables import CheckInRow


def tell_outside(check_in: CheckInRow, now: datetime) -> None:
    """Tell those outside of a check-in that was sent, once, where it is for them."""
    told = for_those_outside(check_in.id, said_in({check_in.id}, now)[check_in.id])
    levels = [one.level for one in raised_by_answers(check_in.id)]
    if told and not is_called_already(told, levels):
        raise_reached(people.the_person(check_in.person_id), told, now, check_in_id=check_in.id)
