"""What stood in a bag of facts has a column of its own; an answer holds only words that are known."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

ANSWER = {
    "silence": "silence IN ('dont_know', 'skipped')",
    "how": "how IN ('tap', 'key', 'number', 'exact', 'words', 'checked', 'staff')",
    "does": "does IN ('keeps_from', 'shows_to', 'talks_with', 'judges_promise')",
}
UNTIL = "left_until IN ('today', 'tomorrow', 'not_this_time')"


def upgrade() -> None:
    with op.batch_alter_table("check_in") as batch:
        batch.add_column(sa.Column("later_at", sa.Time(), nullable=True))
        batch.add_column(sa.Column("left_until", sa.String(length=14), nullable=True))
        batch.add_column(sa.Column("left_at_step", sa.String(length=120), nullable=True))
        batch.create_check_constraint(op.f("ck_check_in_left_until"), UNTIL)
    op.add_column("heard", sa.Column("read_with", sa.String(length=32), nullable=True))
    _move_check_ins()
    _move_texts()
    with op.batch_alter_table("check_in") as batch:
        batch.drop_column("facts")
    op.drop_column("heard", "facts")
    with _guarded("answer"), op.batch_alter_table("answer") as batch:
        for name, rule in ANSWER.items():
            batch.create_check_constraint(op.f(f"ck_answer_{name}"), rule)


def _move_check_ins() -> None:
    check_in = _with_facts("check_in", "later_at", "left_until", "left_at_step")
    for key, facts in _filled(check_in):
        later_at = facts.get("later_at")
        op.execute(
            check_in.update()
            .where(check_in.c.id == key)
            .values(
                later_at=time.fromisoformat(later_at) if later_at else None,
                left_until=facts.get("until"),
                left_at_step=facts.get("stopped_at"),
            )
        )


def _move_texts() -> None:
    heard = _with_facts("heard", "read_with")
    for key, facts in _filled(heard):
        told = heard.update().where(heard.c.id == key)
        op.execute(told.values(read_with=facts.get("read_with")))


def _with_facts(name: str, *new: str) -> sa.TableClause:
    kinds = {"later_at": sa.Time()}
    columns = [sa.column(one, kinds.get(one, sa.String())) for one in new]
    return sa.table(name, sa.column("id"), sa.column("facts", sa.JSON()), *columns)


def _filled(table: sa.TableClause) -> list[tuple[str, dict[str, Any]]]:
    rows = op.get_bind().execute(sa.select(table.c.id, table.c.facts))
    return [(row.id, row.facts) for row in rows if row.facts]


@contextmanager
def _guarded(table: str) -> Iterator[None]:
    """Put back what guards a table: SQLite changes one by making it anew, without its triggers."""
    if op.get_bind().dialect.name == "postgresql":
        yield
        return
    guards = sa.text("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table")
    kept = op.get_bind().scalars(guards, {"table": table}).all()
    yield
    for guard in kept:
        op.execute(guard)
