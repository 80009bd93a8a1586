"""A text may be of a member of staff, and words said while an alert is open stand on it."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

KINDS = (
    "rang", "no_answer", "voicemail", "reached_other", "with_them", "texted", "told",
    "note", "judged", "opened", "telling", "not_told", "again", "heard", "heard_late", "taken",
    "ran_out", "closed", "cancelled",
)  # fmt: skip


def upgrade() -> None:
    with op.batch_alter_table("heard", schema=None) as batch_op:
        batch_op.add_column(sa.Column("staff_id", sa.String(length=32), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_heard_staff_id"), "staff", ["staff_id"], ["id"])
    among = ", ".join(f"'{kind}'" for kind in KINDS)
    with op.batch_alter_table("alert_step", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_alert_step_kind"), type_="check")
        batch_op.create_check_constraint(op.f("ck_alert_step_kind"), f"kind IN ({among})")
