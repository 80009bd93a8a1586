"""Whoever took an alert may give it back."""

from alembic import op

revision = "0013"
down_revision = "0012"

KINDS = (
    "rang", "no_answer", "voicemail", "reached_other", "with_them", "texted", "told",
    "note", "judged", "opened", "telling", "not_told", "again", "heard", "heard_late", "taken",
    "given_back", "ran_out", "closed", "cancelled",
)  # fmt: skip


def upgrade() -> None:
    among = ", ".join(f"'{kind}'" for kind in KINDS)
    with op.batch_alter_table("alert_step") as batch_op:
        batch_op.drop_constraint(op.f("ck_alert_step_kind"), type_="check")
        batch_op.create_check_constraint(op.f("ck_alert_step_kind"), f"kind IN ({among})")
