"""put off: a check-in that is open and is asked again."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("check_in", sa.Column("put_off_until", sa.DateTime(), nullable=True))
