"""Keep each phone in one spelling; what is no number is kept beside it, for `checkin doctor`."""

from collections import Counter
from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from alembic import context, op

from checkin.phone_numbers.reading import Number, read_number

revision = "0003"
down_revision = "0002"

ONE_SPELLING = (
    "substr(phone, 1, 1) = '+' AND length(phone) BETWEEN 8 AND 16"
    " AND replace(phone, ' ', '') = phone"
)
TABLES = ("person", "staff", "circle")
WAITING = ("pending", "leased", "unknown")


def upgrade() -> None:
    """Read what is kept, as it was typed; one phone is then one text in all its tables."""
    for table in TABLES:
        op.add_column(table, sa.Column("phone_unread", sa.Text(), nullable=True))
        _read_all(table)
        with op.batch_alter_table(table) as batch:
            batch.create_check_constraint(op.f(f"ck_{table}_one_spelling"), ONE_SPELLING)
            if table == "staff":
                batch.create_unique_constraint(op.f("uq_staff_phone"), ["phone"])
    _read_waiting_messages()


def _read_all(table: str) -> None:
    rows = sa.table(table, sa.column("id"), sa.column("phone"), sa.column("phone_unread"))
    asked = sa.select(rows.c.id, rows.c.phone).where(rows.c.phone.is_not(None))
    typed = {row.id: row.phone for row in op.get_bind().execute(asked) if row.phone}
    kept = _read(typed) if table == "circle" else _one_phone_each(typed)
    change = rows.update().where(rows.c.id == sa.bindparam("row"))
    for row_id, phone in typed.items():
        unread = None if row_id in kept else phone
        op.get_bind().execute(change.values(phone=None, phone_unread=unread), {"row": row_id})
    for row_id, phone in kept.items():
        op.get_bind().execute(change.values(phone=phone), {"row": row_id})
    op.get_bind().execute(rows.update().where(rows.c.phone == "").values(phone=None))


def _one_phone_each(typed: Mapping[str, str]) -> dict[str, str]:
    """Return whose number it is: of several, the one under whose spelling it was heard until now."""
    kept = _read(typed)
    several = Counter(kept.values())
    return {
        row_id: phone
        for row_id, phone in kept.items()
        if several[phone] == 1 or typed[row_id] == phone
    }


def _read(typed: Mapping[str, str]) -> dict[str, str]:
    countries: Sequence[str] = context.config.attributes["countries"]
    read = {one: read_number(phone, "ring", tuple(countries)) for one, phone in typed.items()}
    return {one: found.kept for one, found in read.items() if isinstance(found, Number)}


def _read_waiting_messages() -> None:
    """Send what waits to the same spelling, so that no text is lost and none comes twice."""
    rows = sa.table("message", sa.column("id"), sa.column("number"), sa.column("state"))
    asked = sa.select(rows.c.id, rows.c.number).where(rows.c.state.in_(WAITING))
    typed = {row.id: row.number for row in op.get_bind().execute(asked)}
    for row_id, number in _read(typed).items():
        op.get_bind().execute(rows.update().where(rows.c.id == row_id).values(number=number))
