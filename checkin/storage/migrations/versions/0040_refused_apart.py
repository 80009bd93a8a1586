"""By which ways the phone company never reaches a member of staff, as only what is kept from somebody found."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"


def upgrade() -> None:
    op.add_column("staff", sa.Column("refused_apart", sa.String(20), nullable=True))
