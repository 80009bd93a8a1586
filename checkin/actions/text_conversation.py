"""A flow held by text: the question goes out as a text, and what comes back answers it."""

from datetime import datetime

from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.start_check_in import so_far_of
from checkin.actions.take_answer import take_answer
from checkin.actions.text_person import text_to
from checkin.conversation.saying.as_text import all_as_text
from checkin.conversation.talking.engine import prompt_now, turn
from checkin.conversation.talking.manner import MANNERS
from checkin.conversation.talking.prompt import Prompt
from checkin.conversation.talking.said import Said, Start
from checkin.lives.check_in import is_put_off
from checkin.storage import check_ins, flows, messages
from checkin.storage.tables import CheckInRow, HeardRow, PersonRow

BY_TEXT = MANNERS["text"]


def question_of(check_in: CheckInRow) -> Prompt | None:
    """Return what waits for an answer, or waits to be taken up again; None where nothing does."""
    so_far, frame = so_far_of(check_in), flows_in_use().frame
    flow = flows.version(check_in.flow_version_id or "")
    if is_put_off(check_ins.life_of(check_in)):
        return turn(flow, so_far, Start(), BY_TEXT, frame).prompt
    return prompt_now(flow, so_far, BY_TEXT, frame) if so_far.stage == "steps" else None


def answer_in_conversation(
    person: PersonRow, check_in_id: str, words: str, heard: HeardRow, now: datetime
) -> None:
    """Let words answer the question of a conversation, and text what it says next."""
    taken = take_answer(check_in_id, Said(words), now)
    said_next = text_to(
        person,
        taken.prompt.kind,
        {},
        now,
        key=f"heard:{heard.id}:answer",
        body=all_as_text(taken.prompts),
        check_in_id=check_in_id,
        answers=True,
    )
    messages.put([said_next])
