"""A person's talk is shown one thing a page, or as a talk."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    """Show everybody one thing a page, as before."""
    kind = sa.String(length=12)
    op.add_column("person", sa.Column("show_as", kind, nullable=False, server_default="one_thing"))
    with op.batch_alter_table("person") as batch:
        batch.create_check_constraint(op.f("ck_person_show_as"), "show_as IN ('one_thing', 'talk')")
