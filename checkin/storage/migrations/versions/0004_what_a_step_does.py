"""An answer keeps what its step does, and a flow the edition of the language it was written in.

Until now that was told by names; the answers that were sent under these names say so from now on.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

WORDS = {"not_who": "keeps_from", "who": "shows_to"}


def upgrade() -> None:
    first = sa.Column("edition", sa.Integer(), nullable=False, server_default="1")
    op.add_column("flow_version", first)
    op.add_column("answer", sa.Column("does", sa.String(length=20), nullable=True))
    answers = sa.table("answer", *(sa.column(name) for name in ("step", "does", "sent_at")))
    for step, does in WORDS.items():
        sent = sa.and_(answers.c.step == step, answers.c.sent_at.is_not(None))
        op.execute(sa.update(answers).where(sent).values(does=does))
