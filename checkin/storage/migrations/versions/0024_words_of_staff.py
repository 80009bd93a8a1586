"""Staff say something to a person in a talk, and what the person answers comes back."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"

KINDS = (
    "as_found", "alert_step", "loop_raised", "loop_read", "loop_decided", "loop_done", "loop_told",
    "loop_impact", "loop_asked", "loop_silent", "agreed", "own_view",
    "staff_said", "staff_read", "staff_answered", "device_let_in", "device_turned_away",
    "signed_in", "signed_out", "wrong_password", "person_added", "photo_changed",
    "secret_word_set", "texts_stopped", "texts_started", "texts_paused", "texts_resumed",
    "staff_added", "looked", "phone_changed", "how_asked_changed", "own_words_changed",
    "with_staff",
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "words_of_staff",
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("check_in_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("way", sa.String(length=8), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("read_at", sa.DateTime(), nullable=True),
        sa.Column("before_step", sa.String(length=120), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.CheckConstraint("way IN ('text', 'page')", name=op.f("ck_words_of_staff_way")),
        *_points_at("words_of_staff", check_in_id="check_in", person_id="person", staff_id="staff"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_words_of_staff")),
        sa.UniqueConstraint("key", name=op.f("uq_words_of_staff_key")),
    )
    op.create_index("ix_words_of_staff_check_in", "words_of_staff", ["check_in_id"])
    op.create_index("ix_words_of_staff_person", "words_of_staff", ["person_id", "at"])
    op.create_table(
        "answer_to_staff",
        sa.Column("words_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("media_id", sa.String(length=32), nullable=True),
        sa.Column("heard_id", sa.String(length=32), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        *_points_at(
            "answer_to_staff", words_id="words_of_staff", media_id="media", heard_id="heard"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_to_staff")),
        sa.UniqueConstraint("words_id", "number", name=op.f("uq_answer_to_staff_words_id_number")),
        sa.UniqueConstraint("heard_id", name=op.f("uq_answer_to_staff_heard_id")),
    )
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
