"""Which words of a person staff answered in words of their own, and whether that was all it asked for."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import case, func, literal, select

from checkin.lives.loop import Loop, Read
from checkin.storage.tables import AlertRow, AlertStepRow, HeardRow, LoopRow, db

ANSWERED = "answered in words"  # how the task to read words ends that staff answered
ANSWERED_AND_DECIDE = "answered in words, still to be decided"  # and where they wish or worry

_TO_STAFF = "to_staff:"  # how the key of an answer to words of staff begins
AN_ID = 32  # letters


class Answer(NamedTuple):
    """Who answered (a staff id), and when; `all_of_it`: nothing is left to be decided."""

    staff_id: str
    at: datetime
    all_of_it: bool


def is_all(life: Loop, answer: Answer | None) -> bool:
    """Say whether it was answered, and nothing is left for us to do; whoever finds more decides it still."""
    return isinstance(life, Read) and answer is not None and answer.all_of_it


# The place on the list of who reads that words share (loops.read_with).
_PLACE = case(
    (HeardRow.id.is_not(None), func.coalesce(HeardRow.read_with, HeardRow.id)),
    (LoopRow.key.startswith(_TO_STAFF), func.substr(LoopRow.key, len(_TO_STAFF) + 1, AN_ID)),
    (LoopRow.key.startswith("answer:"), LoopRow.check_in_id),
)


def answers_in_words(loop_ids: Collection[str]) -> Mapping[str, Answer]:
    """Return by loop who answered its words last, where somebody did since they were said."""
    rows = db.session.execute(
        select(LoopRow.id, AlertStepRow.staff_id, AlertStepRow.at, AlertRow.outcome)
        .outerjoin(HeardRow, LoopRow.key == literal("heard:") + HeardRow.id)
        .join(AlertRow, AlertRow.group_key == literal("free_message:") + _PLACE)
        .join(AlertStepRow, AlertStepRow.alert_id == AlertRow.id)
        .where(
            LoopRow.id.in_(loop_ids),
            AlertStepRow.kind == "texted",
            AlertStepRow.staff_id.is_not(None),
            AlertStepRow.at >= LoopRow.raised_at,
        )
        .order_by(AlertStepRow.at)
    )
    return {
        key: Answer(staff_id or "", at, outcome == ANSWERED) for key, staff_id, at, outcome in rows
    }
