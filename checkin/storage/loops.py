"""You said, decided, done, told: what became of what a person said.

How a loop moves is decided in `lives`; every decision stays, and the newest is the one that acts.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import select

from checkin.lives.loop import Closed, Done, Loop, Promised, Read, Refused, Unread
from checkin.storage.tables import CheckInRow, LoopDecisionRow, LoopRow, db


def loop(loop_id: str) -> LoopRow | None:
    """Return one loop."""
    return db.session.get(LoopRow, loop_id)


def the_loop(loop_id: str) -> LoopRow:
    """Return one loop as it is in the database now, held until the transaction ends."""
    return db.session.get_one(LoopRow, loop_id, populate_existing=True, with_for_update=True)


def life_of(row: LoopRow) -> Loop:
    """Return where a loop stands in its life."""
    number, told = row.decisions, row.told_at is not None
    if row.impact is not None:
        return Closed(number, row.impact)
    if row.done_at is not None:
        return Done(number, told=told)
    match row.decision:
        case None:
            return Unread() if row.read_at is None else Read()
        case "cannot":
            return Refused(number, told=told)
        case decision:
            return Promised(number, decision, row.due_on, told=told)


def loops_of(person_id: str) -> Sequence[LoopRow]:
    """Return what a person said, and did not take back, and what became of it, newest first."""
    return db.session.scalars(
        select(LoopRow)
        .outerjoin(CheckInRow, CheckInRow.id == LoopRow.check_in_id)
        .where(LoopRow.person_id == person_id, CheckInRow.taken_back_at.is_(None))
        .order_by(LoopRow.raised_at.desc())
    ).all()


def decisions_of(loop_ids: Collection[str]) -> dict[str, list[LoopDecisionRow]]:
    """Return by loop everything that was decided, the oldest first."""
    found: dict[str, list[LoopDecisionRow]] = defaultdict(list)
    rows = select(LoopDecisionRow).where(LoopDecisionRow.loop_id.in_(loop_ids))
    for row in db.session.scalars(rows.order_by(LoopDecisionRow.number)):
        found[row.loop_id].append(row)
    return found
