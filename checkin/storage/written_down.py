"""Who of staff wrote down what a person said in a talk: it stands as that, and not as the person's own words."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import select

from checkin.lives.loop_key import written_down_by
from checkin.storage.staff import staff_by_id
from checkin.storage.tables import AnswerRow, CheckInRow, LoopRow, Staff, db

BY_HAND = CheckInRow.channel == "text", CheckInRow.done == "by_other"


def is_written_down(check_in: CheckInRow) -> bool:
    """Say whether staff wrote down what is told in it: what comes by text is else the person's own."""
    return check_in.channel == "text" and check_in.done == "by_other"


def written_down_among(check_in_ids: Collection[str]) -> frozenset[str]:
    """Return which of these tellings (ids) staff wrote down."""
    asked = select(CheckInRow.id).where(CheckInRow.id.in_(check_in_ids), *BY_HAND)
    return frozenset(db.session.scalars(asked)) if check_in_ids else frozenset()


def who_wrote_down(rows: Iterable[LoopRow]) -> Mapping[str, Staff]:
    """Return by loop who wrote its words down, where the person did not say them here."""
    kept = list(rows)
    told = _who_told({row.check_in_id for row in kept if row.check_in_id})
    by = {row.id: written_down_by(row.key) or told.get(row.check_in_id or "") for row in kept}
    named = staff_by_id({one for one in by.values() if one})
    return {key: named[one] for key, one in by.items() if one in named}


def _who_told(check_in_ids: set[str]) -> Mapping[str, str]:
    """Return by telling which of staff (id) wrote it down."""
    asked = select(AnswerRow.check_in_id, AnswerRow.beside).join(
        CheckInRow, CheckInRow.id == AnswerRow.check_in_id
    )
    found = asked.where(CheckInRow.id.in_(check_in_ids), *BY_HAND, AnswerRow.beside.is_not(None))
    return {key: by for key, by in db.session.execute(found) if by} if check_in_ids else {}
