"""Several messages to one contact point go as one, and each alert keeps its own."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"

PENDING = sa.text("state = 'pending'")
IN_ONE = sa.text("bundle_id IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "bundle",
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bundle")),
    )
    with op.batch_alter_table("message") as batch:
        batch.add_column(sa.Column("bundle_id", sa.String(length=32), nullable=True))
        batch.create_foreign_key(op.f("fk_message_bundle_id"), "bundle", ["bundle_id"], ["id"])
    op.create_index(
        "ix_message_pending_to", "message", ["address"],
        sqlite_where=PENDING, postgresql_where=PENDING,
    )  # fmt: skip
    op.create_index(
        "ix_message_bundle", "message", ["bundle_id"],
        sqlite_where=IN_ONE, postgresql_where=IN_ONE,
    )  # fmt: skip
