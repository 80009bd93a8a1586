"""A member of staff is answered by text, once for each text of theirs and alert."""

from datetime import datetime

from checkin.actions.flows_in_use import wording
from checkin.actions.telling import TO_A_PERSON
from checkin.conversation.flows.gsm7 import plain
from checkin.lives.new_message import ContactPoint, NewMessage
from checkin.storage import messages
from checkin.storage.tables import HeardRow, Staff


def answer_staff(
    to: Staff,
    heard: HeardRow,
    message: str,
    now: datetime,
    *,
    of: str = "",
    **values: str,
) -> None:
    """Text back; `of`: the id of the alert that is meant, where their text means several."""
    answer = NewMessage(
        key=f"heard:{heard.id}:{message}{of and f':{of}'}",
        to=ContactPoint("text", heard.number),
        to_person=False,
        about=message,
        body=plain(wording(message, values)),
        urgency=TO_A_PERSON,
        made_at=now,
        staff_id=to.id,
    )
    messages.put([answer])
