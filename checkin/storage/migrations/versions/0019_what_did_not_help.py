"""What did not help, or did not happen, opens a promise again; silence is asked for twice."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"

IMPACT = "impact IN ('better', 'same', 'worse', 'not_done')"

KINDS = (
    "as_found", "alert_step", "loop_raised", "loop_read", "loop_decided", "loop_done", "loop_told",
    "loop_impact", "loop_asked", "loop_silent", "agreed", "device_let_in", "device_turned_away",
    "signed_in", "signed_out", "wrong_password", "person_added", "photo_changed",
    "secret_word_set", "texts_stopped", "texts_started", "texts_paused", "texts_resumed",
    "staff_added", "looked", "phone_changed", "how_asked_changed", "own_words_changed",
    "with_staff",
)  # fmt: skip


def upgrade() -> None:
    with op.batch_alter_table("loop") as batch:
        batch.add_column(sa.Column("asked", sa.Integer(), server_default="0", nullable=False))
        batch.add_column(sa.Column("asked_at", sa.DateTime(), nullable=True))
        batch.drop_constraint(op.f("ck_loop_impact"), type_="check")
        batch.create_check_constraint(op.f("ck_loop_impact"), IMPACT)
    with op.batch_alter_table("loop") as batch:
        batch.alter_column("asked", server_default=None)
    with op.batch_alter_table("loop_decision") as batch:
        batch.add_column(sa.Column("impact", sa.String(length=10), nullable=True))
        batch.add_column(sa.Column("impact_at", sa.DateTime(), nullable=True))
        batch.create_check_constraint(op.f("ck_loop_decision_impact"), IMPACT)
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
