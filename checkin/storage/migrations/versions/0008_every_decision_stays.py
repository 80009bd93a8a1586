"""Every decision of a loop stays; those of before become the first of their loops."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

DECISIONS = "decision IN ('do', 'trial', 'cannot', 'later')"

KEEP_THEM = """
INSERT INTO loop_decision (id, loop_id, number, at, staff_id, decision, words, owner_id, due_on,
  done_at, done_by, done_how, told_at)
SELECT id, id, 1, decided_at, decided_by, decision, coalesce(we_did, ''), owner_id, due_on,
  done_at, done_by, done_how, told_at
FROM loop WHERE decision IS NOT NULL AND decided_at IS NOT NULL
"""


def upgrade() -> None:
    op.create_table(
        "loop_decision",
        sa.Column("loop_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("staff_id", sa.String(length=32), nullable=True),
        sa.Column("decision", sa.String(length=10), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.String(length=32), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.Column("done_by", sa.String(length=32), nullable=True),
        sa.Column("done_how", sa.Text(), nullable=True),
        sa.Column("told_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.CheckConstraint(DECISIONS, name=op.f("ck_loop_decision_decision")),
        sa.ForeignKeyConstraint(["loop_id"], ["loop.id"], name=op.f("fk_loop_decision_loop_id")),
        *(
            sa.ForeignKeyConstraint([one], ["staff.id"], name=op.f(f"fk_loop_decision_{one}"))
            for one in ("staff_id", "owner_id", "done_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loop_decision")),
    )
    op.create_index("uq_loop_decision_number", "loop_decision", ["loop_id", "number"], unique=True)
    op.add_column("loop", sa.Column("decisions", sa.Integer(), server_default="0", nullable=False))
    op.add_column("loop", sa.Column("done_by", sa.String(length=32), nullable=True))
    op.execute("UPDATE loop SET done_by = owner_id WHERE done_at IS NOT NULL")
    op.execute(KEEP_THEM)
    op.execute("UPDATE loop SET decisions = 1 WHERE id IN (SELECT loop_id FROM loop_decision)")
    with op.batch_alter_table("loop") as batch_op:
        batch_op.alter_column("decisions", server_default=None)
        batch_op.create_foreign_key(op.f("fk_loop_done_by"), "staff", ["done_by"], ["id"])
        batch_op.create_check_constraint(op.f("ck_loop_decision"), DECISIONS)
        batch_op.create_check_constraint(
            op.f("ck_loop_impact"), "impact IN ('better', 'same', 'worse')"
        )
