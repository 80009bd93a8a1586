"""Since when nothing goes out by a channel."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    op.create_table(
        "nothing_goes_out",
        sa.Column("channel", sa.String(length=10), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nothing_goes_out")),
        sa.UniqueConstraint("channel", name=op.f("uq_nothing_goes_out_channel")),
        sa.CheckConstraint("channel IN ('text', 'call')", name=op.f("ck_nothing_goes_out_channel")),
    )
