"""A device that is turned away keeps who did that, and why. Of those of before nobody knows it."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0030"


def upgrade() -> None:
    with op.batch_alter_table("device") as batch:
        batch.add_column(sa.Column("revoked_by", sa.String(length=32), nullable=True))
        batch.add_column(sa.Column("revoked_why", sa.String(length=200), nullable=True))
        batch.create_foreign_key(op.f("fk_device_revoked_by"), "staff", ["revoked_by"], ["id"])
