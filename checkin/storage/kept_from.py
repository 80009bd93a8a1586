"""From whom a person keeps what they said: those they picked under "Who should we keep this from?".

They get no message about it and cannot open it (flow-library.md M2, thresholds.md T15).
"""

from collections.abc import Collection, Mapping

from sqlalchemy import select

from checkin.storage.tables import AnswerRow, db

STEP = "not_who"


def kept_from(check_in_ids: Collection[str]) -> Mapping[str, frozenset[str]]:
    """Return for each of these check-ins the ids that were picked, in one question."""
    if not check_in_ids:
        return {}
    rows = db.session.execute(
        select(AnswerRow.check_in_id, AnswerRow.choices).where(
            AnswerRow.check_in_id.in_(check_in_ids),
            AnswerRow.step == STEP,
            AnswerRow.sent_at.is_not(None),
        )
    )
    return {check_in_id: frozenset(choices) for check_in_id, choices in rows}
