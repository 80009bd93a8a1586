"""By which ways the phone company never reaches a member of staff."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"


def upgrade() -> None:
    op.add_column("staff", sa.Column("phone_refused", sa.String(20), nullable=True))
