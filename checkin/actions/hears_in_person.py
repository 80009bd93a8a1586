"""What was told in confidence, and the person has no device of their own: they hear of it face to face."""

from datetime import datetime

from checkin.actions.as_rules_see import as_person
from checkin.actions.promises import told_to_all
from checkin.actions.raise_alert import raise_alert
from checkin.actions.settle_task import settle_task
from checkin.agreements.tell_in_person import group_of, tell_in_person
from checkin.storage import devices, people
from checkin.storage.tables import LoopRow

TOLD = "They were told."


def have_it_told(row: LoopRow, staff_id: str, now: datetime) -> None:
    """Ask whoever decided, or did it, to say so in person, where no page of theirs can show it."""
    if _shows_somewhere(row, now):
        return
    person = people.the_person(row.person_id)
    stands = f"{row.decisions}{':done' if row.done_at else ''}"
    task = tell_in_person(row.id, stands, staff_id, as_person(person, people.name_of(person)))
    raise_alert(person, task, now, check_in_id=row.check_in_id)


def settle_told(row: LoopRow, now: datetime) -> None:
    """They heard it: nobody need tell them."""
    settle_task(group_of(row.id), "told", TOLD, now)


def _shows_somewhere(row: LoopRow, now: datetime) -> bool:
    own = devices.devices_of_person(row.person_id)
    return bool(told_to_all([row], now)) or any(one.enrolled_at <= row.raised_at for one in own)
