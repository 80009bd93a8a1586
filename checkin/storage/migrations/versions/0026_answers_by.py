"""A person says how they like to answer: that way comes first."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    """Nobody has said so yet: tapping, as before."""
    kind = sa.String(length=12)
    op.add_column("person", sa.Column("answers_by", kind, nullable=False, server_default="tap"))
    with op.batch_alter_table("person") as batch:
        batch.create_check_constraint(
            op.f("ck_person_answers_by"), "answers_by IN ('tap', 'talk', 'write', 'with_help')"
        )
