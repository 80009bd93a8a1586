"""Each answer keeps on which device it was given, and who of staff was signed in there.

Of answers of before nobody knows it. A device keeps what the person said who does not know it for
theirs; when it was last there was never written, and goes.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"

POINTS_AT = {
    "answer": {"device_id": "device", "beside": "staff"},
    "check_in": {"device_id": "device"},
}


def upgrade() -> None:
    with op.batch_alter_table("device") as batch:
        batch.drop_column("seen_at")
        batch.add_column(sa.Column("denied", sa.String(length=12), nullable=True))
        batch.create_check_constraint(op.f("ck_device_denied"), "denied IN ('no', 'dont_know')")
    for table, columns in POINTS_AT.items():
        with _guarded(table), op.batch_alter_table(table) as batch:
            for name, other in columns.items():
                batch.add_column(sa.Column(name, sa.String(length=32), nullable=True))
                batch.create_foreign_key(op.f(f"fk_{table}_{name}"), other, [name], ["id"])
    op.create_index("ix_answer_device", "answer", ["device_id"])


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
