"""An alert may be of nobody whom we know: then it says from which number the cry came, and from whom it is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"


def upgrade() -> None:
    with op.batch_alter_table("alert") as batch:
        batch.add_column(sa.Column("from_number", sa.String(20), nullable=True))
        batch.add_column(sa.Column("tells_of", sa.JSON(), nullable=False, server_default="[]"))
        batch.alter_column("person_id", existing_type=sa.String(32), nullable=True)
        batch.create_check_constraint(
            op.f("ck_alert_of_somebody"), "person_id IS NOT NULL OR from_number IS NOT NULL"
        )
