"""A phone that staff wrote down is used from a time on: those of before from when they were written."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    op.add_column("phone_change", sa.Column("used_from", sa.DateTime(), nullable=True))
    op.execute(sa.text("UPDATE phone_change SET used_from = changed_at"))
    op.create_index(op.f("ix_phone_change_phone"), "phone_change", ["phone"])
