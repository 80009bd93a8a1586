"""What a person said about a time of day holds, whichever version of an agreement plans it.

A plan key names the agreement, not its version; and what the person called off is told from
what is not agreed any more.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

CHECK_IN = sa.table(
    "check_in",
    *map(sa.column, ("id", "plan_key", "person_id", "agreement_version_id", "state")),
    sa.column("due_at", sa.DateTime),
    sa.column("asked_at", sa.DateTime),
    sa.column("called_off_at", sa.DateTime),
)
VERSION = sa.table("agreement_version", *map(sa.column, ("id", "agreement_id", "version")))
HEARD = sa.table(
    "heard", sa.column("person_id"), sa.column("meaning"), sa.column("at", sa.DateTime)
)


def upgrade() -> None:
    op.add_column("check_in", sa.Column("called_off_at", sa.DateTime(), nullable=True))
    _name_the_agreement()
    _tell_what_was_called_off()


def _name_the_agreement() -> None:
    """Of several rows for one time, the newest that was not cancelled has its name."""
    cancelled = sa.case((CHECK_IN.c.state == "cancelled", 1), else_=0)
    asked = (
        sa.select(CHECK_IN.c.id, CHECK_IN.c.plan_key, VERSION.c.id, VERSION.c.agreement_id)
        .join(VERSION, VERSION.c.id == CHECK_IN.c.agreement_version_id)
        .order_by(cancelled, VERSION.c.version.desc())
    )
    named: dict[str, str] = {}
    for row_id, key, version_id, agreement_id in op.get_bind().execute(asked).all():
        version, _, slot = (key or "").partition(":")
        if version == version_id:
            named.setdefault(f"{agreement_id}:{slot}", row_id)
    change = CHECK_IN.update().where(CHECK_IN.c.id == sa.bindparam("row"))
    for key, row_id in named.items():
        op.get_bind().execute(change.values(plan_key=key), {"row": row_id})


def _tell_what_was_called_off() -> None:
    """Whoever said "not going" that day called it off; so did who had been asked already."""
    not_going = sa.select(HEARD.c.person_id, HEARD.c.at).where(HEARD.c.meaning == "not_going")
    said = {(who, at.date()): at for who, at in op.get_bind().execute(not_going).all()}
    asked = sa.select(
        CHECK_IN.c.id, CHECK_IN.c.person_id, CHECK_IN.c.due_at, CHECK_IN.c.asked_at
    ).where(CHECK_IN.c.state == "cancelled")
    change = CHECK_IN.update().where(CHECK_IN.c.id == sa.bindparam("row"))
    for row_id, who, due_at, asked_at in op.get_bind().execute(asked).all():
        at = said.get((who, due_at.date()), asked_at)
        if at:
            op.get_bind().execute(change.values(called_off_at=at), {"row": row_id})
