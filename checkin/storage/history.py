"""What a person last answered themselves: what thresholds count."""

from collections.abc import Mapping

from sqlalchemy import func, select

from checkin.agreements.reached import PastAnswer
from checkin.conversation.talking.said import Done
from checkin.storage.answers import SAID_AFTERWARDS
from checkin.storage.tables import AnswerRow, CheckInRow, db


def history(person_id: str, steps: Mapping[str, int]) -> dict[str, list[PastAnswer]]:
    """Return a person's own last sent answers to some steps, oldest first, in one question.

    `steps` says how many of each; answers that were taken back do not count.
    """
    if not steps:
        return {}
    newest = (
        func.row_number()
        .over(partition_by=AnswerRow.flow_step, order_by=AnswerRow.sent_at.desc())
        .label("newest")
    )
    ranked = (
        select(AnswerRow.id, AnswerRow.flow_step, newest)
        .join(CheckInRow, CheckInRow.id == AnswerRow.check_in_id)
        .where(
            AnswerRow.person_id == person_id,
            AnswerRow.flow_step.in_(steps),
            AnswerRow.sent_at.is_not(None),
            AnswerRow.silence.is_(None),
            AnswerRow.asked != SAID_AFTERWARDS,
            CheckInRow.taken_back_at.is_(None),
            func.coalesce(CheckInRow.done, "") != "by_other",
        )
        .subquery()
    )
    rows = db.session.execute(
        select(AnswerRow, CheckInRow.done)
        .join(ranked, ranked.c.id == AnswerRow.id)
        .join(CheckInRow, CheckInRow.id == AnswerRow.check_in_id)
        .where(ranked.c.newest <= max(steps.values()))
        .order_by(AnswerRow.sent_at)
    )
    found: dict[str, list[PastAnswer]] = {step: [] for step in steps}
    for row, done in rows:
        found[row.flow_step].append(_past(row, done))
    return {step: past[-steps[step] :] for step, past in found.items()}


def _past(row: AnswerRow, done: Done | None) -> PastAnswer:
    return PastAnswer(
        key=row.id,
        step=row.flow_step,
        choices=tuple(row.choices),
        marks=tuple(row.marks),
        done=done,
        at=row.sent_at or row.at,
        labels=tuple(row.labels),
    )
