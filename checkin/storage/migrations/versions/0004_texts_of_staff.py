"""A text may be of a member of staff."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    with op.batch_alter_table("heard", schema=None) as batch_op:
        batch_op.add_column(sa.Column("staff_id", sa.String(length=32), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_heard_staff_id"), "staff", ["staff_id"], ["id"])
