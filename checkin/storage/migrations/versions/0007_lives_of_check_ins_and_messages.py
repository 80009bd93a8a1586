"""Check-ins and messages stand only where a life can stand, and nothing open is forgotten.

A message goes to a contact point, whose address is longer than a phone number.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

CHECK_IN = {
    "state": "state IN ('planned', 'asked', 'reminded', 'answered', 'declined', 'missed',"
    " 'with_staff', 'cancelled', 'stopped_texts', 'waiting_device')",
    "channel": "channel IN ('tablet', 'text', 'call')",
    "done": "done IN ('self', 'helped', 'by_other')",
    "never_silent": "state NOT IN ('planned', 'asked', 'reminded') OR next_at IS NOT NULL"
    " OR (state <> 'planned' AND deadline_at IS NULL AND put_off_until IS NULL)",
}
MESSAGE = {
    "state": "state IN ('pending', 'leased', 'accepted', 'delivered', 'failed', 'unknown',"
    " 'cancelled')",
    "channel": "channel IN ('text', 'call')",
    "never_silent": "state NOT IN ('pending', 'leased', 'unknown') OR next_at IS NOT NULL",
}


def upgrade() -> None:
    _let_nothing_open_be_forgotten()
    with op.batch_alter_table("check_in") as batch:
        for name, rule in CHECK_IN.items():
            batch.create_check_constraint(op.f(f"ck_check_in_{name}"), rule)
    with op.batch_alter_table("message") as batch:
        batch.alter_column(
            "number",
            new_column_name="address",
            existing_type=sa.String(length=20),
            type_=sa.String(length=320),
            existing_nullable=False,
        )
        batch.add_column(
            sa.Column("despite_stop", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        for name, rule in MESSAGE.items():
            batch.create_check_constraint(op.f(f"ck_message_{name}"), rule)
    with op.batch_alter_table("message") as batch:
        batch.alter_column("despite_stop", existing_type=sa.Boolean(), server_default=None)


def _let_nothing_open_be_forgotten() -> None:
    """What was answered late, and never judged, was missed; all else that is open is looked at."""
    at = ("deadline_at", "due_at", "next_at", "missed_at", "answered_late_at", "made_at")
    columns = [sa.column(name, sa.DateTime()) for name in at]
    check_in = sa.table("check_in", sa.column("state", sa.String()), *columns[:-1])
    message = sa.table(
        "message", sa.column("state", sa.String()), sa.column("next_at"), columns[-1]
    )
    row = check_in.c
    forgotten = row.state.in_(("planned", "asked", "reminded")) & row.next_at.is_(None)
    late = forgotten & row.deadline_at.is_not(None) & row.answered_late_at.is_not(None)
    missed = {"state": "missed", "missed_at": row.deadline_at}
    op.execute(check_in.update().where(late).values(missed))
    ends = forgotten & row.deadline_at.is_not(None)
    op.execute(check_in.update().where(ends).values(next_at=row.deadline_at))
    to_come = forgotten & (row.state == "planned")
    op.execute(check_in.update().where(to_come).values(next_at=row.due_at))
    waits = message.c.state.in_(("pending", "leased", "unknown")) & message.c.next_at.is_(None)
    op.execute(message.update().where(waits).values(next_at=message.c.made_at))
