"""An answer that tells of somebody hurting the person keeps who that was, as its words say it."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.add_column("answer", sa.Column("hurt_by", sa.JSON(), nullable=True))
    op.add_column("answer", sa.Column("hurt_unclear", sa.Boolean(), nullable=True))
