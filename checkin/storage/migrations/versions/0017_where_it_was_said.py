"""The record learns in which check-in an alert and a loop began: that decides who may see them.

How it stands now is written into it first; and of loops whose they are, and since when closed.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from checkin.lives.record import CHECKIN, Entry, What, as_text, chained

revision = "0017"
down_revision = "0016"

AT_ONCE = 1000


def upgrade() -> None:
    record = sa.table(
        "record",
        sa.column("number", sa.BigInteger), sa.column("at", sa.DateTime), sa.column("by"),
        sa.column("kind"), sa.column("row"), sa.column("person_id"), sa.column("what"),
        sa.column("hash"),
    )  # fmt: skip
    newest = sa.select(record.c.number, record.c.hash).order_by(record.c.number.desc()).limit(1)
    number, before = op.get_bind().execute(newest).one_or_none() or (0, "")
    now = datetime.now(UTC)  # noqa: TID251 (nobody calls a migration who could say)
    rows = []
    for row, what, person_id in _found():
        entry = Entry(now, CHECKIN, "as_found", row, what, person_id)
        number, text = number + 1, as_text(what)
        before = chained(before, number, entry, text)
        rows.append({
            "number": number, "at": now.replace(tzinfo=None), "by": entry.by, "kind": entry.kind,
            "row": row, "person_id": person_id, "what": text, "hash": before,
        })  # fmt: skip
    for first in range(0, len(rows), AT_ONCE):
        op.bulk_insert(record, rows[first : first + AT_ONCE])


def _found() -> Iterator[tuple[str, What, str]]:
    what: What
    for row in _rows("alert", "id kind check_in_id person_id"):
        what = {"kind": row.kind, "check_in": row.check_in_id}
        yield f"alert:{row.id}", what, row.person_id
    for row in _rows("loop", "id check_in_id person_id", "closed_at"):
        closed = None if row.closed_at is None else row.closed_at.replace(tzinfo=UTC).isoformat()
        what = {"person": row.person_id, "check_in": row.check_in_id, "closed": closed}
        yield f"loop:{row.id}", what, row.person_id


def _rows(name: str, columns: str, *moments: str) -> sa.CursorResult[tuple[object, ...]]:
    table = sa.table(
        name,
        *(sa.column(one) for one in columns.split()),
        *(sa.column(one, sa.DateTime) for one in moments),
    )
    return op.get_bind().execute(sa.select(table))
