"""The record is written in the transaction that changes a row, and nowhere else.

Entries wait until just before the commit and are then chained and written together, so that the
one place where all writers must queue is held for a moment only.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import func, select

from checkin.lives.record import Entry, RecordKind, as_text, chained
from checkin.storage.tables import RecordRow, db
from checkin.storage.writing import insert_all

KEEPING, WAITING = "keeping", "record"
LATEST = 200  # looks
TURN = 2_310_457_081  # the lock of PostgreSQL under which one transaction at a time adds to it


def note(entries: Iterable[Entry]) -> None:
    """Let these entries be kept with what the transaction around changes."""
    info = db.session().info
    if not info.get(KEEPING):
        raise RuntimeError("Change rows inside kept_together(): the record is kept with them.")
    info.setdefault(WAITING, []).extend(entries)


def write_what_waits() -> None:
    """Chain and write what waits; call it last, right before the commit."""
    waiting: list[Entry] = db.session().info.pop(WAITING, [])
    if not waiting:
        return
    db.session.flush()
    if db.session.get_bind().dialect.name == "postgresql":
        db.session.execute(select(func.pg_advisory_xact_lock(TURN)))
    number, before = head()
    rows = []
    for entry in waiting:
        number, what = number + 1, as_text(entry.what)
        before = chained(before, number, entry, what)
        rows.append({
            "number": number, "at": entry.at, "by": entry.by, "kind": entry.kind,
            "row": entry.row, "person_id": entry.person_id, "what": what, "hash": before,
        })  # fmt: skip
    insert_all(RecordRow, rows)


def forget_what_waits() -> None:
    """Nothing was changed, so nothing is told."""
    db.session().info.pop(WAITING, None)


def head() -> tuple[int, str]:
    """Return the number and the hash of the newest entry; 0 and nothing before the first."""
    newest = select(RecordRow.number, RecordRow.hash).order_by(RecordRow.number.desc()).limit(1)
    found = db.session.execute(newest).first()
    return (found.number, found.hash) if found else (0, "")


def last_of(row: str, kind: RecordKind) -> dict[str, str | int | None] | None:
    """Return what the newest entry of this kind says about a row."""
    asked = select(RecordRow.what).where(RecordRow.row == row, RecordRow.kind == kind)
    what = db.session.scalar(asked.order_by(RecordRow.number.desc()).limit(1))
    return None if what is None else json.loads(what)


def noted_since(row: str, by: str, kind: RecordKind, page: str, since: datetime) -> bool:
    """Say whether there is such an entry about a page since then."""
    asked = select(RecordRow.number).where(
        RecordRow.row == row,
        RecordRow.by == by,
        RecordRow.kind == kind,
        RecordRow.what == as_text({"page": page}),
        RecordRow.at > since,
    )
    return db.session.scalar(asked.limit(1)) is not None


def looks_at_check_ins(person_id: str) -> Sequence[tuple[str, str, datetime]]:
    """Return by whom, at which row and when, the latest of the looks at what a person said."""
    asked = select(RecordRow.by, RecordRow.row, RecordRow.at).where(
        RecordRow.person_id == person_id,
        RecordRow.kind == "looked",
        RecordRow.row.startswith("check_in:"),
    )
    rows = db.session.execute(asked.order_by(RecordRow.number.desc()).limit(LATEST))
    return [(by, row, at) for by, row, at in rows]
