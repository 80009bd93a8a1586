"""A receipt names what it is of, by the name that we gave it."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"


def upgrade() -> None:
    op.add_column("receipt", sa.Column("name", sa.String(length=32), nullable=True))
    op.create_index(op.f("ix_receipt_name"), "receipt", ["name"])
