"""Which words of a text staff answered in words of their own, and whether that was all it asked for."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, literal, select

from checkin.storage.tables import AlertRow, AlertStepRow, HeardRow, LoopRow, db

ANSWERED = "answered in words"  # how the task to read words ends that only asked something


class Answer(NamedTuple):
    """Who answered (a staff id), and when; `all_of_it`: nothing more was asked for."""

    staff_id: str
    at: datetime
    all_of_it: bool


def answers_in_words(loop_ids: Collection[str]) -> Mapping[str, Answer]:
    """Return by loop who answered its words last, where somebody did since they were said."""
    place = func.coalesce(HeardRow.read_with, HeardRow.id)
    rows = db.session.execute(
        select(LoopRow.id, AlertStepRow.staff_id, AlertStepRow.at, AlertRow.outcome)
        .join(HeardRow, LoopRow.key == literal("heard:") + HeardRow.id)
        .join(AlertRow, AlertRow.group_key == literal("free_message:") + place)
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
