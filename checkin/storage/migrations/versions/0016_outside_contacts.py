"""A house has contacts outside it: whom it rings where nobody in it may know."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "outside_contact",
        sa.Column("house_id", sa.String(length=32), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["house_id"], ["house.id"], name=op.f("fk_outside_contact_house_id")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_outside_contact_staff_id")
        ),
        sa.PrimaryKeyConstraint("house_id", "staff_id", name=op.f("pk_outside_contact")),
    )
