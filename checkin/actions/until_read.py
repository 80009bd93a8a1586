"""Until when staff are to have read what a person said: on the next working day, at that time of day."""

from datetime import date, datetime

from checkin.agreements.times import local, moment
from checkin.lives.loop import Unread
from checkin.lives.loop_due import due_by
from checkin.storage import houses, people
from checkin.storage.tables import LoopRow


def read_by(row: LoopRow) -> datetime:
    """Return that moment."""
    said_at = local(row.raised_at, _zone(row)).replace(second=0, microsecond=0)
    return moment(read_on(row), said_at.time(), _zone(row))


def read_on(row: LoopRow) -> date:
    """Return that day, where the person lives."""
    said_on = local(row.raised_at, _zone(row)).date()
    return due_by(Unread(), said_on) or said_on


def _zone(row: LoopRow) -> str:
    return houses.house(people.the_person(row.person_id).house_id).zone
