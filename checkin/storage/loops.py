"""You said, decided, done, told: what became of what a person said.

How a loop moves is decided in `lives`; every decision stays, and the newest is the one that acts.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select

from checkin.lives.loop import Closed, Done, Loop, Promised, Read, Refused, Unread
from checkin.lives.record import Entry, RecordKind, What, by_staff, digest, moment
from checkin.storage import record
from checkin.storage.tables import CheckInRow, LoopDecisionRow, LoopRow, db, new_id
from checkin.storage.writing import insert_new


@dataclass(frozen=True, slots=True)
class NewLoop:
    """Something a person said, as they said it; `read_by` where staff heard it themselves."""

    key: str
    person_id: str
    raised_at: datetime
    words: str | None = None
    media_id: str | None = None
    check_in_id: str | None = None
    read_by: str | None = None
    read_at: datetime | None = None


def put(new: NewLoop) -> None:
    """Open a loop; one for the same words is there already and stays, and takes words that go on."""
    loop_id = new_id()
    if insert_new(LoopRow, [{**asdict(new), "id": loop_id, "decisions": 0}]):
        by = by_staff(new.read_by) if new.read_by else f"person:{new.person_id}"
        what: What = {
            "raised": digest(new.words), "media": new.media_id, "read": moment(new.read_at),
            "read_by": new.read_by,
        }  # fmt: skip
        row = f"loop:{loop_id}"
        record.note([Entry(new.raised_at, by, "loop_raised", row, what, new.person_id)])
    else:
        _go_on(new)


def _go_on(new: NewLoop) -> None:
    row = db.session.scalars(select(LoopRow).where(LoopRow.key == new.key).with_for_update()).one()
    if row.words and (new.words or "").startswith(f"{row.words}\n"):
        row.words = new.words
        what: What = {"raised": digest(new.words), "media": row.media_id}
        note(row, new.raised_at, f"person:{row.person_id}", "loop_raised", what)


def said_since(person_id: str, staff_id: str, words: str, since: datetime) -> bool:
    """Say whether this member of staff wrote down these words of theirs since then."""
    found = select(LoopRow.id).where(
        LoopRow.person_id == person_id,
        LoopRow.read_by == staff_id,
        LoopRow.words == words,
        LoopRow.raised_at >= since,
        LoopRow.key.startswith("talk:"),
    )
    return db.session.scalar(found.limit(1)) is not None


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


def note(row: LoopRow, at: datetime, by: str, kind: RecordKind, what: What) -> None:
    """Tell the record what became of a loop."""
    db.session.flush()
    record.note([Entry(at, by, kind, f"loop:{row.id}", what, row.person_id)])
