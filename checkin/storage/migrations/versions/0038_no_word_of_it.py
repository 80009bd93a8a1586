"""When we asked what became of a message of which no word came."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"

NO_WORD = sa.text("state = 'accepted' AND asked_at IS NULL")


def upgrade() -> None:
    op.add_column("message", sa.Column("asked_at", sa.DateTime(), nullable=True))
    op.create_index(
        "ix_message_no_word", "message", ["sent_at"],
        sqlite_where=NO_WORD, postgresql_where=NO_WORD,
    )  # fmt: skip
