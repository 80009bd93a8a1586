"""From whom a person keeps what they said, and to whom they show it: as they picked and sent it.

They get no message about it and cannot open it (flow-library.md M2, thresholds.md T15). What a
step did when it was sent stands in the row: a flow that is changed later changes nothing here.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from checkin.conversation.talking.picked_at import is_unclear
from checkin.storage.answers import as_given
from checkin.storage.tables import AnswerRow, db


@dataclass(frozen=True, slots=True)
class Confided:
    """Of one check-in: staff ids it is kept from and shown to, and whether nobody can tell."""

    kept_from: frozenset[str]
    shown_to: frozenset[str]
    unclear: bool = False


def confided(check_in_ids: Collection[str]) -> Mapping[str, Confided]:
    """Return it for those of these check-ins in which it was asked and sent, in one question."""
    if not check_in_ids:
        return {}
    rows = db.session.scalars(
        select(AnswerRow).where(
            AnswerRow.check_in_id.in_(check_in_ids),
            AnswerRow.does.in_(("keeps_from", "shows_to")),
            AnswerRow.sent_at.is_not(None),
        )
    )
    found: defaultdict[str, list[AnswerRow]] = defaultdict(list)
    for row in rows:
        found[row.check_in_id].append(row)
    return {key: _of_one(answers) for key, answers in found.items()}


def _of_one(answers: Collection[AnswerRow]) -> Confided:
    def picked(does: str) -> frozenset[str]:  # a flow may ask it more than once
        return frozenset(key for one in answers if one.does == does for key in one.choices)

    unclear = any(is_unclear(one.does, as_given(one)) for one in answers)
    return Confided(picked("keeps_from"), picked("shows_to"), unclear)
