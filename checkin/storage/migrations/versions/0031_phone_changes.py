"""A change of a person's phone is kept, with who wrote it down and who checked it. Of changes of before nothing is known."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"

KINDS = (
    "as_found", "alert_step", "loop_raised", "loop_read", "loop_decided", "loop_done", "loop_told",
    "loop_impact", "loop_asked", "loop_silent", "agreed", "own_view",
    "staff_said", "staff_read", "staff_answered",
    "device_let_in", "device_is_theirs", "device_cleared", "device_turned_away",
    "signed_in", "signed_out", "wrong_password", "person_added", "photo_changed",
    "secret_word_set", "texts_stopped", "texts_started", "texts_paused", "texts_resumed",
    "staff_added", "looked", "opened_with_reason", "phone_changed", "phone_written",
    "phone_checked", "how_asked_changed", "own_words_changed",
    "with_staff",
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "phone_change",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("was", sa.String(length=20), nullable=True),
        sa.Column("phone", sa.String(length=20), nullable=True),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by", sa.String(length=32), nullable=True),
        sa.Column("checked_at", sa.DateTime(), nullable=True),
        sa.Column("checked_by", sa.String(length=32), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        *(
            sa.ForeignKeyConstraint([here], [there], name=op.f(f"fk_phone_change_{here}"))
            for here, there in (
                ("person_id", "person.id"),
                ("changed_by", "staff.id"),
                ("checked_by", "staff.id"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phone_change")),
    )
    op.create_index(op.f("ix_phone_change_person_id"), "phone_change", ["person_id"])
    op.create_index(op.f("ix_phone_change_was"), "phone_change", ["was"])
    kinds = ", ".join(f"'{kind}'" for kind in KINDS)
    with _guarded("record"), op.batch_alter_table("record") as batch:
        batch.drop_constraint(op.f("ck_record_kind"), type_="check")
        batch.create_check_constraint(op.f("ck_record_kind"), f"kind IN ({kinds})")


@contextmanager
def _guarded(table: str) -> Iterator[None]:
    """Put back what guards a table: SQLite changes one by making it anew, without its triggers."""
    if op.get_bind().dialect.name == "postgresql":
        yield
        return
    guards = sa.text("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table")
    kept = op.get_bind().scalars(guards, {"table": table}).all()
    yield
    for guard in kept:
        op.execute(guard)
