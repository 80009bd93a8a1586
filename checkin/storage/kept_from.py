"""From whom a person keeps what they said: those they picked at a step that `keeps_from`.

They get no message about it and cannot open it (flow-library.md M2, thresholds.md T15). What a
step did when it was sent stands in the row: a flow that is changed later changes nothing here.
"""

from collections.abc import Collection, Mapping

from sqlalchemy import select

from checkin.conversation.flows.does import StepDoes
from checkin.storage.tables import AnswerRow, db


def kept_from(check_in_ids: Collection[str]) -> Mapping[str, frozenset[str]]:
    """Return for each of these check-ins from whom it is kept (staff ids), in one question.

    Where it was asked and nobody was picked (words, a skip, "I don't know") it is nobody's id.
    """
    return _picked("keeps_from", check_in_ids)


def shown_to(check_in_ids: Collection[str]) -> Mapping[str, frozenset[str]]:
    """Return for each of these check-ins whom the person picked to see it, in one question."""
    return _picked("shows_to", check_in_ids)


def _picked(does: StepDoes, check_in_ids: Collection[str]) -> Mapping[str, frozenset[str]]:
    if not check_in_ids:
        return {}
    rows = db.session.execute(
        select(AnswerRow.check_in_id, AnswerRow.choices).where(
            AnswerRow.check_in_id.in_(check_in_ids),
            AnswerRow.does == does,
            AnswerRow.sent_at.is_not(None),
        )
    )
    found: dict[str, frozenset[str]] = {}
    for check_in_id, choices in rows:  # a flow may ask it more than once
        found[check_in_id] = found.get(check_in_id, frozenset()) | frozenset(choices)
    return found
