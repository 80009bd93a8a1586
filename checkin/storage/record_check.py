"""Is the record whole, and do the rows that act agree with it?"""

import json
from collections.abc import Iterator

from sqlalchemy import select

from checkin.lives.record import Entry, RecordKind, What, chained, moment
from checkin.storage.guards import guards_gone
from checkin.storage.loose_rows import loose_rows
from checkin.storage.rows_recorded import Told, rows_disagree
from checkin.storage.tables import RecordRow, db

AT_ONCE = 1000
NOT_OF_ROWS: frozenset[RecordKind] = frozenset((
    "looked", "signed_in", "signed_out", "wrong_password", "photo_changed", "secret_word_set",
    "how_asked_changed", "own_words_changed", "with_staff", "own_view",
))  # fmt: skip


def faults() -> Iterator[str]:
    """Say what is wrong, where, in plain words; nothing when all is well.

    Reads the whole record once. Entries that are gone from its very end show where their rows
    are still there; compare the head with one you wrote down to be sure of more.
    """
    told = Told()
    yield from guards_gone()
    yield from map(str, loose_rows(db.session.connection()))
    yield from _chain(told)
    yield from rows_disagree(told)


def _chain(told: Told) -> Iterator[str]:
    number, before = 0, ""
    asked = select(RecordRow).order_by(RecordRow.number).execution_options(yield_per=AT_ONCE)
    for row in db.session.scalars(asked):
        if row.number != number + 1:
            yield f"Entries {number + 1} to {row.number - 1} of the record are gone."
        elif chained(before, row.number, _as_entry(row), row.what) != row.hash:
            yield f"Entry {row.number} of the record ({row.kind}, {row.row}) was changed."
        number, before = row.number, row.hash
        _gather(row, told)


def _as_entry(row: RecordRow) -> Entry:
    return Entry(row.at, row.by, row.kind, row.row, {}, row.person_id)


def _gather(row: RecordRow, told: Told) -> None:
    if row.kind in NOT_OF_ROWS:
        return
    what = _read(row.what)
    told.add(row.row, None, what)
    number = what.get("number")
    if isinstance(number, int):
        first = "step" in what or "decision" in what
        told.add(row.row, number, {**what, **(_when(row) if first else {})})


def _when(row: RecordRow) -> What:
    return {"at": moment(row.at), "by": row.by}


def _read(what: str) -> What:
    """Return what an entry says; nothing where it was made unreadable, as its hash says too."""
    try:
        said = json.loads(what)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}
