"""A picture came with a text: it is not kept, and the person reads that beside the answer."""

from datetime import datetime

from checkin.actions.have_it_read import written
from checkin.actions.hearing import Hearing
from checkin.storage import agreements, people, texts_heard, words_of_staff
from checkin.storage.tables import HeardRow

NO_PICTURE = "no_picture"


def say_no_picture_came(person_id: str, heard_id: str, now: datetime) -> None:
    """Say so where it was heard to the end; after STOP or the secret word nothing more is said."""
    person, heard = people.the_person(person_id), texts_heard.the_text(heard_id)
    silent = person.texts_stopped_at or person.texts_paused_at or heard.private
    if silent or NO_PICTURE not in written():
        return
    hearing = Hearing(person, heard, agreements.agreements_of(person.id, now), now)
    hearing.answer(NO_PICTURE, check_in_id=_talk_of(heard))


def _talk_of(heard: HeardRow) -> str | None:
    """Return the talk in which it was told: whoever may not know of that reads neither."""
    told = heard.check_in_id if heard.meaning == texts_heard.TOLD else None
    return told or words_of_staff.answered_in([heard.id]).get(heard.id)
