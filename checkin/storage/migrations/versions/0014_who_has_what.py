"""The record learns of names, rights, devices, and who has what.

Phones and what was raised are told of since before. How people, staff, devices, agreements, alerts and promises stand now is written into it first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

from checkin.lives.record import CHECKIN, Entry, What, as_text, chained, digest

revision = "0014"
down_revision = "0013"

AT_ONCE = 1000


def upgrade() -> None:
    now = datetime.now(UTC)  # noqa: TID251 (nobody calls a migration who could say)
    _go_on(
        Entry(now, CHECKIN, "as_found", row, what, person_id)
        for row, what, person_id in (*_people(), *_work(), *_agreed())
    )


def _go_on(entries: Iterable[Entry]) -> None:
    """Add these behind the newest entry."""
    record = sa.table(
        "record",
        sa.column("number", sa.BigInteger), sa.column("at", sa.DateTime), sa.column("by"),
        sa.column("kind"), sa.column("row"), sa.column("person_id"), sa.column("what"),
        sa.column("hash"),
    )  # fmt: skip
    newest = sa.select(record.c.number, record.c.hash).order_by(record.c.number.desc()).limit(1)
    number, before = op.get_bind().execute(newest).one_or_none() or (0, "")
    rows = []
    for entry in entries:
        number, what = number + 1, as_text(entry.what)
        before = chained(before, number, entry, what)
        rows.append({
            "number": number, "at": entry.at.replace(tzinfo=None), "by": entry.by,
            "kind": entry.kind, "row": entry.row, "person_id": entry.person_id, "what": what,
            "hash": before,
        })  # fmt: skip
    for first in range(0, len(rows), AT_ONCE):
        op.bulk_insert(record, rows[first : first + AT_ONCE])


Found = Iterator[tuple[str, What, str | None]]


def _people() -> Found:
    """Tell of people, staff and devices."""
    columns = "id house_id name called keyworker_id"
    for row in _rows("person", columns, "texts_stopped_at texts_paused_at"):
        what: What = {
            "house": row.house_id, "name": digest(row.name), "called": digest(row.called),
            "texts_stopped": _moment(row.texts_stopped_at),
            "texts_paused": _moment(row.texts_paused_at), "keyworker": row.keyworker_id,
        }  # fmt: skip
        yield f"person:{row.id}", what, row.id
    yield from _staff()
    for row in _rows("device", "id house_id person_id token_hash", "revoked_at"):
        what = {
            "house": row.house_id, "person": row.person_id, "token": digest(row.token_hash),
            "revoked": _moment(row.revoked_at),
        }  # fmt: skip
        yield f"device:{row.id}", what, row.person_id


def _staff() -> Found:
    houses, roles = defaultdict(list), defaultdict(list)
    for row in _rows("staff_house", "staff_id house_id"):
        houses[row.staff_id].append(row.house_id)
    named = {row.id: row.name for row in _rows("role", "id name")}
    for row in _rows("staff_role", "staff_id role_id"):
        roles[row.staff_id].append(named[row.role_id])
    for row in _rows("staff", "id name called email active"):
        what: What = {
            "house": ",".join(sorted(houses[row.id])), "role": ",".join(sorted(roles[row.id])),
            "active": int(row.active), "name": digest(row.name), "called": digest(row.called),
            "address": digest(row.email),
        }  # fmt: skip
        yield f"staff:{row.id}", what, None


def _work() -> Found:
    """Tell of alerts and loops, and of each decision."""
    columns = "id house_id person_id title level taken_by"
    for row in _rows("alert", columns, "known_at", what=sa.JSON):
        what: What = {
            "title": digest(row.title), "what": digest("\n".join(row.what)), "level": row.level,
            "person": row.person_id, "house": row.house_id, "owner": row.taken_by,
            "known": _moment(row.known_at),
        }  # fmt: skip
        yield f"alert:{row.id}", what, row.person_id
    whose = {}
    for row in _rows("loop", "id person_id words media_id read_by impact", "read_at"):
        whose[row.id] = row.person_id
        what = {"read": _moment(row.read_at), "read_by": row.read_by, "impact": row.impact}
        yield f"loop:{row.id}", what, row.person_id
    columns = "loop_id number owner_id done_by done_how"
    for row in _rows("loop_decision", columns, "done_at told_at", due_on=sa.Date):
        how = None if row.done_how is None else digest(row.done_how)
        what = {
            "number": row.number, "owner": row.owner_id, "due_on": str(row.due_on or ""),
            "done": _moment(row.done_at), "done_by": row.done_by, "how": how,
            "told": _moment(row.told_at),
        }  # fmt: skip
        yield f"loop:{row.loop_id}", what, whose[row.loop_id]


def _agreed() -> Found:
    """Tell of each version of each agreement."""
    agreements = {row.id: row for row in _rows("agreement", "id person_id", "ended_at")}
    moments = "in_force_from in_force_to"
    for row in _rows("agreement_version", "id agreement_id version", moments, review_on=sa.Date):
        agreement = agreements[row.agreement_id]
        what: What = {
            "version": row.version, "person": agreement.person_id,
            "review_on": str(row.review_on), "from": _moment(row.in_force_from),
            "until": _moment(row.in_force_to), "ended": _moment(agreement.ended_at),
        }  # fmt: skip
        yield f"agreement_version:{row.id}", what, agreement.person_id


def _rows(name: str, columns: str, moments: str = "", **others: Any) -> sa.CursorResult[Any]:
    table = sa.table(
        name,
        *(sa.column(one) for one in columns.split()),
        *(sa.column(one, sa.DateTime) for one in moments.split()),
        *(sa.column(one, kind) for one, kind in others.items()),
    )
    return op.get_bind().execute(sa.select(table))


def _moment(at: datetime | None) -> str | None:
    return None if at is None else at.replace(tzinfo=UTC).isoformat()
