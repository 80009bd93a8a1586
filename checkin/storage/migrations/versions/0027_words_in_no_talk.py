"""Staff answer a person in words where no check-in is behind them, too."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    with op.batch_alter_table("words_of_staff") as batch:
        batch.alter_column("check_in_id", existing_type=sa.String(length=32), nullable=True)
