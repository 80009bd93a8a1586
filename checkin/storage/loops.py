"""You said, decided, done, told: what became of what a person said."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select, update

from checkin.storage.tables import CheckInRow, LoopRow, db
from checkin.storage.writing import insert_new


def put(**fields: Any) -> None:
    """Open a loop; one for the same words is there already and stays."""
    insert_new(LoopRow, [fields])


def loop(loop_id: str) -> LoopRow | None:
    """Return one loop."""
    return db.session.get(LoopRow, loop_id)


def loops_of(person_id: str) -> Sequence[LoopRow]:
    """Return what a person said, and did not take back, and what became of it, newest first."""
    return db.session.scalars(
        select(LoopRow)
        .outerjoin(CheckInRow, CheckInRow.id == LoopRow.check_in_id)
        .where(LoopRow.person_id == person_id, CheckInRow.taken_back_at.is_(None))
        .order_by(LoopRow.raised_at.desc())
    ).all()


def change(loop_id: str, **fields: Any) -> None:
    """Write down the next thing that happened in a loop."""
    db.session.execute(update(LoopRow).where(LoopRow.id == loop_id).values(**fields))
