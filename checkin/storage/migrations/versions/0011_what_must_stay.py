"""What must stay does, replaced or not: the record, answers, and the words of texts.

The record learns of phones, of how a person is asked, and of what they say as it is raised; how
these stand now is written into it first.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from checkin.lives.record import CHECKIN, Entry, as_text, chained, digest

revision = "0011"
down_revision = "0010"

KINDS_BEFORE = (
    "as_found", "alert_step", "loop_raised", "loop_read", "loop_decided", "loop_done", "loop_told",
    "loop_impact", "agreed", "device_let_in", "device_turned_away", "signed_in", "signed_out",
    "wrong_password", "person_added", "photo_changed", "secret_word_set", "texts_stopped",
    "texts_started", "texts_paused", "texts_resumed", "staff_added", "looked",
)  # fmt: skip
KINDS = (*KINDS_BEFORE, "phone_changed", "how_asked_changed", "own_words_changed", "with_staff")
AS_IT_CAME = ("provider_id", "number", "words", "at")
RECORD_STAYS = "The record is only added to."
ANSWERS_STAY = "Answers are only added to."
TEXTS_STAY = "A text stays as it came."


def upgrade() -> None:
    kinds = ", ".join(f"'{kind}'" for kind in KINDS)
    with op.batch_alter_table("record") as batch_op:
        batch_op.drop_constraint(op.f("ck_record_kind"), type_="check")
        batch_op.create_check_constraint(op.f("ck_record_kind"), f"kind IN ({kinds})")
    _go_on()
    if op.get_bind().dialect.name == "postgresql":
        _refuse_on_postgresql()
    else:
        _refuse_on_sqlite()


def _refuse_on_postgresql() -> None:
    for table, says, changes in (
        ("answer", ANSWERS_STAY, "UPDATE OR DELETE OR TRUNCATE"),
        ("heard", TEXTS_STAY, f"UPDATE OF {', '.join(AS_IT_CAME)} OR DELETE OR TRUNCATE"),
    ):
        op.execute(
            f"CREATE FUNCTION {table}_stays() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{says}'; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {table}_stays BEFORE {changes} ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_stays()"
        )


def _refuse_on_sqlite() -> None:
    """Refuse it here too; REPLACE deletes unseen by a trigger, so the insert is refused."""
    for table, key, says, changes in (
        ("record", "number", RECORD_STAYS, "UPDATE"),
        ("answer", "id", ANSWERS_STAY, "UPDATE"),
        ("heard", "id", TEXTS_STAY, f"UPDATE OF {', '.join(AS_IT_CAME)}"),
    ):
        for name, change in (("update", changes), ("delete", "DELETE")):
            op.execute(
                f"CREATE TRIGGER {table}_stays_{name} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{says}'); END"
            )
        there = f"SELECT 1 FROM {table} WHERE {key} = NEW.{key} OR rowid = NEW.rowid"  # noqa: S608 (names of ours)
        op.execute(
            f"CREATE TRIGGER {table}_stays_insert BEFORE INSERT ON {table} "
            f"WHEN EXISTS ({there}) BEGIN SELECT RAISE(ABORT, '{says}'); END"
        )


def _go_on() -> None:
    """Add how phones and loops stand now behind the newest entry."""
    record = sa.table(
        "record",
        sa.column("number", sa.BigInteger), sa.column("at", sa.DateTime), sa.column("by"),
        sa.column("kind"), sa.column("row"), sa.column("person_id"), sa.column("what"),
        sa.column("hash"),
    )  # fmt: skip
    newest = sa.select(record.c.number, record.c.hash).order_by(record.c.number.desc()).limit(1)
    number, before = op.get_bind().execute(newest).one_or_none() or (0, "")
    now = datetime.now(UTC)  # noqa: TID251 (nobody calls a migration who could say)
    for entry in _as_found(now):
        number, what = number + 1, as_text(entry.what)
        before = chained(before, number, entry, what)
        op.bulk_insert(record, [{
            "number": number, "at": entry.at.replace(tzinfo=None), "by": entry.by,
            "kind": entry.kind, "row": entry.row, "person_id": entry.person_id, "what": what,
            "hash": before,
        }])  # fmt: skip


def _as_found(now: datetime) -> Iterator[Entry]:
    for name in ("person", "staff"):
        table = sa.table(name, sa.column("id"), sa.column("phone"))
        for row in op.get_bind().execute(sa.select(table)):
            whose = row.id if name == "person" else None
            what = {"phone": digest(row.phone)}
            yield Entry(now, CHECKIN, "as_found", f"{name}:{row.id}", what, whose)
    loops = sa.table("loop", *(sa.column(one) for one in ("id", "person_id", "words", "media_id")))
    for row in op.get_bind().execute(sa.select(loops)):
        what = {"raised": digest(row.words), "media": row.media_id}
        yield Entry(now, CHECKIN, "as_found", f"loop:{row.id}", what, row.person_id)
