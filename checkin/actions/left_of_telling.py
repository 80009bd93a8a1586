"""What was texted after a telling, and asks for something, is work of its own once that is closed."""

from datetime import datetime

from checkin.actions.calls import is_for_the_house
from checkin.actions.more_of_hurt import MORE, told_alerts
from checkin.actions.raise_reached import raise_reached
from checkin.actions.said_in import said_in
from checkin.actions.what_became import words_are
from checkin.actions.who_looks import reader
from checkin.agreements.happened_by_text import OwnWordsKept
from checkin.lives.loop import Read, Unread
from checkin.lives.loop_key import is_of_later
from checkin.storage import check_ins, loops, people
from checkin.storage.tables import AlertRow, LoopRow, PersonRow

ASKS = ("worry", "wish", "question")
NO_ANSWER = "Texted after what was closed. Nobody has said what we do about it."


def have_the_rest_answered(closed: AlertRow, now: datetime) -> None:
    """Put it on the list of who reads what was told, where nobody here acts on the telling any more."""
    told = check_ins.check_in(closed.check_in_id) if closed.check_in_id else None
    if told is None or closed.task or any(map(is_for_the_house, told_alerts(told))):
        return
    person = people.the_person(closed.whose)
    left = [row for row in loops.all_said_in(told.id) if _waits(row, person)]
    if not left:
        return
    reads = reader(said_in({told.id}, now)[told.id], person, MORE)
    first = next((one.id for one in reads), None)
    kept = OwnWordsKept(told.id, left[-1].id, NO_ANSWER, "", None, reader=first)
    raise_reached(person, kept, now, check_in_id=told.id)


def _waits(row: LoopRow, person: PersonRow) -> bool:
    waits = isinstance(loops.life_of(row), Unread | Read) and is_of_later(row.key)
    return waits and words_are([row], person) in ASKS
