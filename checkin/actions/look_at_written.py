"""Words of a talk name whoever wrote them down, and are not plainly good: another asks the person."""

from datetime import datetime

from checkin.actions.another_who_leads import another_who_leads
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.raise_reached import raise_reached
from checkin.actions.who_hurts import around_them
from checkin.agreements.happened import WroteOfThemself
from checkin.conversation.replies.of_staff import kept_by
from checkin.storage import people
from checkin.storage.staff import staff_by_id


def look_at_written(
    person_id: str, staff_id: str, loop_key: str, words: str, now: datetime
) -> None:
    """Put it on the list of another than who wrote it (staff id), where it is of them."""
    by = kept_by(words, around_them(person_id), flows_in_use().frame.language)
    if by is None or staff_id not in by.named:
        return
    person = people.the_person(person_id)
    name = staff_by_id([staff_id])[staff_id].called
    reader = another_who_leads(person.house_id, staff_id)
    raise_reached(person, WroteOfThemself(loop_key, staff_id, name, words, reader), now)
