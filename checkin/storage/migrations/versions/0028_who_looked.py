"""Staff open with a reason what was not meant for them, and the person reads who did, and why."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"

KINDS = (
    "as_found", "alert_step", "loop_raised", "loop_read", "loop_decided", "loop_done", "loop_told",
    "loop_impact", "loop_asked", "loop_silent", "agreed", "own_view",
    "staff_said", "staff_read", "staff_answered",
    "device_let_in", "device_is_theirs", "device_cleared", "device_turned_away",
    "signed_in", "signed_out", "wrong_password", "person_added", "photo_changed",
    "secret_word_set", "texts_stopped", "texts_started", "texts_paused", "texts_resumed",
    "staff_added", "looked", "opened_with_reason", "phone_changed", "how_asked_changed", "own_words_changed",
    "with_staff",
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "opening",
        sa.Column("check_in_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("whom", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        *_points_at("opening", check_in_id="check_in", person_id="person", staff_id="staff"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening")),
    )
    op.create_index("ix_opening_check_in", "opening", ["check_in_id", "at"])
    op.create_index("ix_opening_person", "opening", ["person_id", "at"])
    kinds = ", ".join(f"'{kind}'" for kind in KINDS)
    with _guarded("record"), op.batch_alter_table("record") as batch:
        batch.drop_constraint(op.f("ck_record_kind"), type_="check")
        batch.create_check_constraint(op.f("ck_record_kind"), f"kind IN ({kinds})")


def _points_at(table: str, **there: str) -> Iterator[sa.ForeignKeyConstraint]:
    for column, other in there.items():
        name = op.f(f"fk_{table}_{column}")
        yield sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name)


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
