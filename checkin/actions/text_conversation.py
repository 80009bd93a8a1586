"""A flow held by text: the question goes out as a text, and what comes back answers it."""

from datetime import datetime

from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.take_answer import take_answer
from checkin.actions.text_person import text_to
from checkin.conversation.saying.as_text import all_as_text
from checkin.conversation.talking.facts import Turn
from checkin.conversation.talking.said import Said
from checkin.lives.new_message import NewMessage
from checkin.storage import check_ins, messages
from checkin.storage.tables import CheckInRow, HeardRow, PersonRow


def answer_in_conversation(person: PersonRow, heard: HeardRow, now: datetime) -> bool:
    """Let a text answer the open question; False when no conversation is open."""
    check_in = _open_conversation(person.id)
    if check_in is None:
        return False
    turn = take_answer(check_in.id, Said(heard.words), now)
    messages.change_heard(heard.id, meaning="answer", check_in_id=check_in.id)
    messages.put([_row(person, check_in, heard, turn, now)])
    return True


def _row(
    person: PersonRow, check_in: CheckInRow, heard: HeardRow, turn: Turn, now: datetime
) -> NewMessage:
    return text_to(
        person,
        turn.prompt.kind,
        {},
        now,
        key=f"heard:{heard.id}:answer",
        body=all_as_text(turn.prompts),
        check_in_id=check_in.id,
        answers=True,
    )


def _open_conversation(person_id: str) -> CheckInRow | None:
    flows = flows_in_use().flows
    rows = check_ins.open_by_text(person_id)
    return next((row for row in rows if row.asks in flows), None)
