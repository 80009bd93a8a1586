"""A device that is turned away keeps who did that, and why; an answer to staff, on which it was given.

And a check-in, that it was begun anew. Of those of before nobody knows it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    with op.batch_alter_table("device") as batch:
        batch.add_column(sa.Column("revoked_by", sa.String(length=32), nullable=True))
        batch.add_column(sa.Column("revoked_why", sa.String(length=200), nullable=True))
        batch.create_foreign_key(op.f("fk_device_revoked_by"), "staff", ["revoked_by"], ["id"])
    op.add_column("check_in", sa.Column("begun_anew", sa.Integer(), nullable=True))
    name = op.f("fk_answer_to_staff_device_id")
    with _guarded("answer_to_staff"), op.batch_alter_table("answer_to_staff") as batch:
        batch.add_column(sa.Column("device_id", sa.String(length=32), nullable=True))
        batch.create_foreign_key(name, "device", ["device_id"], ["id"])


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
