"""Which phones rang of late is found at once, however many messages there are."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"

RINGS = sa.text("channel = 'call'")


def upgrade() -> None:
    op.create_index(
        "ix_message_rung", "message", ["address", "sent_at"],
        sqlite_where=RINGS, postgresql_where=RINGS,
    )  # fmt: skip
