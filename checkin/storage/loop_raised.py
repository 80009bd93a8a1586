"""What a person said is kept, as a loop that waits to be read."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select

from checkin.lives.record import Entry, What, by_staff, digest, moment
from checkin.storage import record
from checkin.storage.loop_moves import note
from checkin.storage.tables import LoopRow, db, new_id
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
            "person": new.person_id, "check_in": new.check_in_id, "closed": None,
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
