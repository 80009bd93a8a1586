"""What the person saw and said of a version of an agreement stands beside it."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"

VIEWS = "view IN ('shown', 'agrees', 'does_not_agree', 'talk_first')"
KINDS = (
    "as_found", "alert_step", "loop_raised", "loop_read", "loop_decided", "loop_done", "loop_told",
    "loop_impact", "loop_asked", "loop_silent", "agreed", "own_view", "device_let_in", "device_turned_away",
    "signed_in", "signed_out", "wrong_password", "person_added", "photo_changed",
    "secret_word_set", "texts_stopped", "texts_started", "texts_paused", "texts_resumed",
    "staff_added", "looked", "phone_changed", "how_asked_changed", "own_words_changed",
    "with_staff",
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "agreement_view",
        sa.Column("version_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("view", sa.String(length=14), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("device_id", sa.String(length=32), nullable=True),
        sa.Column("staff_id", sa.String(length=32), nullable=True),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.CheckConstraint(VIEWS, name=op.f("ck_agreement_view_view")),
        *(
            sa.ForeignKeyConstraint([one], [there], name=op.f(f"fk_agreement_view_{one}"))
            for one, there in (
                ("version_id", "agreement_version.id"),
                ("device_id", "device.id"),
                ("staff_id", "staff.id"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_view")),
        sa.UniqueConstraint(
            "version_id", "number", name=op.f("uq_agreement_view_version_id_number")
        ),
    )
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
