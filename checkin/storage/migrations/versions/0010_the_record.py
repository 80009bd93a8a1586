"""The record begins: how everything stands now is written into it first, with the old hashes.

From then on the steps of an alert need no chain of their own.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

from checkin.lives.record import CHECKIN, Entry, What, as_text, by_staff, chained, digest

revision = "0010"
down_revision = "0009"

KINDS = (
    "as_found", "alert_step", "loop_raised", "loop_read", "loop_decided", "loop_done", "loop_told",
    "loop_impact", "agreed", "device_let_in", "device_turned_away", "signed_in", "signed_out",
    "wrong_password", "person_added", "photo_changed", "secret_word_set", "texts_stopped",
    "texts_started", "texts_paused", "texts_resumed", "staff_added", "looked",
)  # fmt: skip
ONLY_ADDED = "The record is only added to."
AT_ONCE = 1000


def upgrade() -> None:
    kinds = ", ".join(f"'{kind}'" for kind in KINDS)
    op.create_table(
        "record",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(length=44), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("row", sa.String(length=80), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.CheckConstraint(f"kind IN ({kinds})", name=op.f("ck_record_kind")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_record")),
    )
    op.create_index("ix_record_row", "record", ["row", "number"])
    op.create_index("ix_record_person", "record", ["person_id", "number"])
    _begin()
    _refuse_changes()
    with op.batch_alter_table("alert_step") as batch_op:
        batch_op.drop_column("hash")


def _refuse_changes() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION record_stays() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{ONLY_ADDED}'; END $$"
        )
        op.execute(
            "CREATE TRIGGER record_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON record "
            "FOR EACH STATEMENT EXECUTE FUNCTION record_stays()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER record_stays_{change.lower()} BEFORE {change} ON record "
            f"BEGIN SELECT RAISE(ABORT, '{ONLY_ADDED}'); END"
        )


def _begin() -> None:
    record = sa.table(
        "record",
        sa.column("number", sa.BigInteger), sa.column("at", sa.DateTime), sa.column("by"),
        sa.column("kind"), sa.column("row"), sa.column("person_id"), sa.column("what"),
        sa.column("hash"),
    )  # fmt: skip
    before, rows = "", []
    for number, entry in enumerate(sorted(_as_found(), key=lambda one: one.at), start=1):
        what = as_text(entry.what)
        before = chained(before, number, entry, what)
        rows.append({
            "number": number, "at": entry.at.replace(tzinfo=None), "by": entry.by,
            "kind": entry.kind, "row": entry.row, "person_id": entry.person_id, "what": what,
            "hash": before,
        })  # fmt: skip
    for first in range(0, len(rows), AT_ONCE):
        op.bulk_insert(record, rows[first : first + AT_ONCE])


def _as_found() -> Iterator[Entry]:
    yield from _alerts()
    yield from _decisions()
    yield from _agreements()


def _alerts() -> Iterator[Entry]:
    alerts = _table("alert", "id person_id state step round taken_by outcome", "next_at opened_at")
    steps = _table("alert_step", "alert_id number staff_id kind words hash", "at")
    asked = sa.select(steps, alerts.c.person_id).join_from(
        steps, alerts, alerts.c.id == steps.c.alert_id
    )
    for row in op.get_bind().execute(asked.order_by(steps.c.alert_id, steps.c.number)):
        what: What = {
            "number": row.number, "step": row.kind, "words": digest(row.words), "hash": row.hash,
        }  # fmt: skip
        yield _entry(row.at, f"alert:{row.alert_id}", what, row.person_id, row.staff_id)
    for row in op.get_bind().execute(sa.select(alerts)):
        yield _entry(row.opened_at, f"alert:{row.id}", _stands(row), row.person_id)


def _stands(alert: Any) -> What:
    if alert.state in ("closed", "cancelled"):
        return {"state": alert.state, "outcome": alert.outcome or ""}
    due = alert.next_at.replace(tzinfo=UTC).isoformat()
    return {
        "state": alert.state, "at_step": alert.step, "round": alert.round, "due": due,
        "owner": alert.taken_by,
    }  # fmt: skip


def _decisions() -> Iterator[Entry]:
    made = _table("loop_decision", "loop_id number staff_id decision words", "at")
    loops = _table("loop", "id person_id", "")
    asked = sa.select(made, loops.c.person_id).join_from(made, loops, loops.c.id == made.c.loop_id)
    for row in op.get_bind().execute(asked):
        what: What = {
            "number": row.number, "decision": row.decision, "words": digest(row.words),
        }  # fmt: skip
        yield _entry(row.at, f"loop:{row.loop_id}", what, row.person_id, row.staff_id)


def _agreements() -> Iterator[Entry]:
    made = _table("agreement_version", "id agreement_id version document made_by", "made_at")
    agreements = _table("agreement", "id person_id", "")
    asked = sa.select(made, agreements.c.person_id).join_from(
        made, agreements, agreements.c.id == made.c.agreement_id
    )
    for row in op.get_bind().execute(asked):
        what: What = {"version": row.version, "document": digest(row.document)}
        yield _entry(row.made_at, f"agreement_version:{row.id}", what, row.person_id, row.made_by)


def _table(name: str, columns: str, moments: str) -> sa.TableClause:
    return sa.table(
        name,
        *(sa.column(one) for one in columns.split()),
        *(sa.column(one, sa.DateTime) for one in moments.split()),
    )


def _entry(
    at: datetime, row: str, what: What, person_id: str, staff_id: str | None = None
) -> Entry:
    by = by_staff(staff_id) if staff_id else CHECKIN
    return Entry(at.replace(tzinfo=UTC), by, "as_found", row, what, person_id)
