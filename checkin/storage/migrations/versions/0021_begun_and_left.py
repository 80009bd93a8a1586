"""What tells of somebody being hurt, and was left unsent, is told to somebody outside the house."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    with op.batch_alter_table("check_in") as batch:
        batch.add_column(sa.Column("hurt_at", sa.DateTime(), nullable=True))
        batch.add_column(sa.Column("left_told_at", sa.DateTime(), nullable=True))
