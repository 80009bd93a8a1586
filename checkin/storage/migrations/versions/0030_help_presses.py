"""A call for help keeps on which device Help was pressed, and when. Of calls of before nobody knows it."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    op.create_table(
        "help_press",
        sa.Column("alert_id", sa.String(length=32), nullable=False),
        sa.Column("device_id", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("wrote", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["alert_id"], ["alert.id"], name=op.f("fk_help_press_alert_id")),
        sa.ForeignKeyConstraint(["device_id"], ["device.id"], name=op.f("fk_help_press_device_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_press")),
    )
    op.create_index(op.f("ix_help_press_alert_id"), "help_press", ["alert_id"])
