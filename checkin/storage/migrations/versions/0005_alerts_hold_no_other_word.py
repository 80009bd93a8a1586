"""Alerts and their steps hold one of the words they may hold, and no other."""

from alembic import op

revision = "0005"
down_revision = "0004"

CHECKS: dict[str, dict[str, tuple[str, ...]]] = {
    "alert": {
        "level": ("now", "soon", "today", "plan"),
        "about": ("person", "service"),
        "state": ("open", "claimed", "closed", "cancelled"),
    },
    "alert_step": {
        "kind": (
            "rang", "no_answer", "voicemail", "reached_other", "with_them", "texted", "told",
            "note", "judged", "opened", "telling", "not_told", "again", "heard_late", "taken",
            "ran_out", "closed", "cancelled",
        )
    },
}  # fmt: skip


def upgrade() -> None:
    for table, columns in CHECKS.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            for column, words in columns.items():
                among = ", ".join(f"'{word}'" for word in words)
                batch_op.create_check_constraint(
                    op.f(f"ck_{table}_{column}"), f"{column} IN ({among})"
                )
