"""From whom a person keeps what they said, and to whom they show it: as they picked or said it.

They get no message about it and cannot open it (flow-library.md M2, thresholds.md T15). What a
step did when it was sent stands in the row: a flow that is changed later changes nothing here.
Who hurts them, as their words say it in whatever flow, is kept out too; where nobody can tell who
that is, and they were not asked whom to keep it from, it closes (trust.md A2).
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from checkin.conversation.talking.picked_at import is_unclear
from checkin.storage.answers import as_given
from checkin.storage.tables import AnswerRow, CheckInRow, db


@dataclass(frozen=True, slots=True)
class Confided:
    """Of one check-in: staff ids it is kept from and shown to, and whether nobody can tell.

    `hurt`: words of somebody hurting them were said, which count as they come; first then.
    `hurt_unclear`: nobody can tell who does.
    `told_later`: all of it was told once the check-in was sent, or apart from what is not sent yet.
    """

    kept_from: frozenset[str]
    shown_to: frozenset[str]
    unclear: bool = False
    hurt: bool = False
    hurt_unclear: bool = False
    hurt_since: datetime | None = None
    told_later: bool = False

    def is_closed_to(self, staff_id: str) -> bool:
        """Say whether it is kept from this one, or nobody can tell from whom."""
        return self.unclear or staff_id in self.kept_from

    def came_later(self, at: datetime) -> bool:
        """Say whether words of then are no part of it as it was sent: whoever reads that may not know them."""
        return self.told_later and self.hurt_since is not None and at >= self.hurt_since

    def keeps_out(self, named: Collection[str]) -> bool:
        """Say whether it is kept from all of these already."""
        return self.kept_from.issuperset(named)


def confided(check_in_ids: Collection[str]) -> Mapping[str, Confided]:
    """Return it for those of these check-ins in which it was asked, or said, and sent, in one question."""
    if not check_in_ids:
        return {}
    rows = db.session.execute(
        select(AnswerRow, CheckInRow.sent_at)
        .join(CheckInRow, CheckInRow.id == AnswerRow.check_in_id)
        .where(
            AnswerRow.check_in_id.in_(check_in_ids),
            AnswerRow.does.in_(("keeps_from", "shows_to")) | AnswerRow.hurt_unclear.is_not(None),
            AnswerRow.sent_at.is_not(None),
        )
    )
    found: defaultdict[str, list[AnswerRow]] = defaultdict(list)
    sent: dict[str, datetime | None] = {}
    for row, sent_at in rows:
        found[row.check_in_id].append(row)
        sent[row.check_in_id] = sent_at
    return {key: _of_one(answers, sent[key]) for key, answers in found.items()}


def kept_out_of(check_in_ids: Collection[str]) -> frozenset[str]:
    """Return the ids of all from whom any of these check-ins is kept."""
    return frozenset(one for told in confided(check_in_ids).values() for one in told.kept_from)


def _of_one(answers: Collection[AnswerRow], sent_at: datetime | None) -> Confided:
    def picked(does: str) -> frozenset[str]:  # a flow may ask it more than once
        return frozenset(key for one in answers if one.does == does for key in one.choices)

    unclear = any(is_unclear(one.does, as_given(one)) for one in answers)
    hurt_unclear = any(one.hurt_unclear for one in answers)
    asked = any(one.does == "keeps_from" for one in answers)
    hurt_by = frozenset(key for one in answers for key in one.hurt_by or ())
    unclear = unclear or (not asked and hurt_unclear)
    hurts = [one.at for one in answers if one.hurt_unclear is not None]
    since = min(hurts, default=None)
    kept_from, shown_to = picked("keeps_from") | hurt_by, picked("shows_to")
    later = all(sent_at is None or (one.at > sent_at and not one.does) for one in answers)
    return Confided(kept_from, shown_to, unclear, bool(hurts), hurt_unclear, since, later)
