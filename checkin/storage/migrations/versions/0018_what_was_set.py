"""What is set for a person is kept each time: the newest stands, and what stood before stays.

So is each time that somebody read the card of a person.
"""

from datetime import UTC, datetime
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

from checkin.lives.record import CHECKIN

revision = "0018"
down_revision = "0017"

LINE = sa.table("own_line", *map(sa.column, ("id", "person_id", "kind", "set_id")))
SET = sa.table(
    "own_set",
    *map(sa.column, ("id", "person_id", "number", "kind", "by")),
    sa.column("at", sa.DateTime),
)


def upgrade() -> None:
    op.create_table(
        "own_set",
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(length=44), nullable=False),
        sa.Column("check_in_id", sa.String(length=32), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("done", sa.String(length=12), nullable=True),
        sa.Column("helper", sa.String(length=120), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.CheckConstraint("done IN ('self', 'helped', 'by_other')", name=op.f("ck_own_set_done")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_own_set_person_id")),
        sa.ForeignKeyConstraint(
            ["check_in_id"], ["check_in.id"], name=op.f("fk_own_set_check_in_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_set")),
        sa.UniqueConstraint("person_id", "number", name=op.f("uq_own_set_person_id_number")),
    )
    with op.batch_alter_table("own_line") as batch:
        batch.add_column(sa.Column("set_id", sa.String(length=32), nullable=True))
        batch.add_column(sa.Column("symbol", sa.String(length=120), nullable=True))
        batch.add_column(sa.Column("media_id", sa.String(length=32), nullable=True))
    _keep_what_stands()
    with op.batch_alter_table("own_line") as batch:
        batch.drop_constraint(op.f("uq_own_line_person_id_kind_position"), type_="unique")
        batch.drop_constraint(op.f("ck_own_line_kind"), type_="check")
        batch.drop_constraint(op.f("fk_own_line_person_id"), type_="foreignkey")
        batch.drop_column("person_id")
        batch.drop_column("kind")
        batch.alter_column("set_id", existing_type=sa.String(length=32), nullable=False)
        batch.create_foreign_key(op.f("fk_own_line_set_id"), "own_set", ["set_id"], ["id"])
        batch.create_foreign_key(op.f("fk_own_line_media_id"), "media", ["media_id"], ["id"])
        batch.create_unique_constraint(op.f("uq_own_line_set_id_position"), ["set_id", "position"])
    with op.batch_alter_table("handover_read") as batch:
        batch.drop_constraint(op.f("uq_handover_read_person_id_staff_id"), type_="unique")
        batch.create_unique_constraint(
            op.f("uq_handover_read_person_id_staff_id_at"), ["person_id", "staff_id", "at"]
        )


def _keep_what_stands() -> None:
    """Nobody knows any more when it was written, nor by whom."""
    now = datetime.now(UTC)  # noqa: TID251 (nobody calls a migration who could say)
    listed = (
        sa.select(LINE.c.person_id, LINE.c.kind).distinct().order_by(*LINE.c["person_id", "kind"])
    )
    numbers: dict[str, int] = {}
    for person_id, kind in op.get_bind().execute(listed).all():
        number = numbers[person_id] = numbers.get(person_id, 0) + 1
        row = {
            "id": uuid4().hex, "person_id": person_id, "number": number, "kind": kind,
            "at": now.replace(tzinfo=None), "by": CHECKIN,
        }  # fmt: skip
        op.get_bind().execute(SET.insert().values(row))
        mine = (LINE.c.person_id == person_id) & (LINE.c.kind == kind)
        op.get_bind().execute(LINE.update().where(mine).values(set_id=row["id"]))
