"""Give each setting, goal, line, photo and tick a place of its own, in place of one bag of JSON."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

LISTS = {"pictures": ("drawings", "photos", "no_pictures"), "size": ("medium", "large", "xlarge"),
         "sound": ("press", "always", "never"), "theme": ("light", "dark", "contrast")}  # fmt: skip
LENGTHS = {"pictures": 12, "size": 8, "sound": 8, "theme": 8}
WAYS = {"can_write": "write", "can_talk": "talk", "can_photograph": "photo"}
LINES = {"goals": "goal", "plan": "plan", "avoid": "avoid"}
RULES = {
    "per_page": "per_page BETWEEN 1 AND 4",
    "some_way_to_say": "can_write OR can_talk OR can_photograph",
    "quiet_minutes": "quiet_minutes BETWEEN 1 AND 120",
    "quiet_whole": "(quiet_from IS NULL) = (quiet_minutes IS NULL)",
}


def upgrade() -> None:
    """Move what was in the bag; what has no place of its own is kept word for word as a field."""
    _make_tables()
    _make_columns()
    for row_id, bag in _bags():
        _move(row_id, dict(bag))
    with op.batch_alter_table("person") as batch:
        for name, rule in RULES.items():
            batch.create_check_constraint(op.f(f"ck_person_{name}"), rule)
        for name, words in LISTS.items():
            listed = ", ".join(f"'{one}'" for one in words)
            batch.create_check_constraint(op.f(f"ck_person_{name}"), f"{name} IN ({listed})")
        batch.drop_column("profile")


def _make_columns() -> None:
    op.add_column("person", sa.Column("per_page", sa.Integer(), nullable=False, server_default="3"))
    op.add_column("person", _switch("one_tap", sa.false()))
    for name, words in LISTS.items():
        default = "press" if name == "sound" else words[0]
        kind = sa.String(length=LENGTHS[name])
        op.add_column("person", sa.Column(name, kind, nullable=False, server_default=default))
    for name in WAYS:
        op.add_column("person", _switch(name, sa.true()))
    op.add_column("person", sa.Column("quiet_from", sa.Time(), nullable=True))
    op.add_column("person", sa.Column("quiet_minutes", sa.Integer(), nullable=True))


def _switch(name: str, default: sa.ColumnElement[bool]) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=default)


def _make_tables() -> None:
    _make(
        "own_line",
        ("person_id", "kind", "position"),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('goal', 'plan', 'avoid')", name=op.f("ck_own_line_kind")),
    )
    _make(
        "profile_field",
        ("person_id", "name"),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
    )
    _make(
        "own_photo",
        ("person_id", "idea"),
        sa.Column("idea", sa.String(length=120), nullable=False),
        sa.Column("photo", sa.String(length=80), nullable=False),
    )
    _make("handover_read", ("person_id", "staff_id"),
          sa.Column("staff_id", sa.String(length=32), nullable=False),
          sa.Column("at", sa.DateTime(), nullable=False),
          sa.ForeignKeyConstraint(["staff_id"], ["staff.id"],
                                  name=op.f("fk_handover_read_staff_id")))  # fmt: skip


def _make(table: str, once: tuple[str, ...], *more: Any) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        *more,
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f(f"fk_{table}_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint(*once, name=op.f(f"uq_{table}_{'_'.join(once)}")),
    )


def _bags() -> Iterator[tuple[str, Mapping[str, Any]]]:
    person = sa.table("person", sa.column("id"), sa.column("profile", sa.JSON()))
    for row in op.get_bind().execute(sa.select(person.c.id, person.c.profile)).all():
        yield row.id, row.profile if isinstance(row.profile, dict) else {}


def _move(person_id: str, bag: dict[str, Any]) -> None:
    """Take each thing out of the bag; what is left at the end is kept as it is."""
    if settings := dict(_settings(bag)):
        person = sa.table("person", sa.column("id"), *map(_column, settings))
        op.get_bind().execute(person.update().where(person.c.id == person_id).values(**settings))
    for name, kind in LINES.items():
        for number, words in enumerate(bag.pop(name, None) or ()):
            _put("own_line", person_id, kind=kind, position=number, words=str(words))
    for idea, photo in (bag.pop("own_photos", None) or {}).items():
        _put("own_photo", person_id, idea=idea, photo=photo)
    for staff_id, at in (bag.pop("handover_read", None) or {}).items():
        if _works_here(staff_id):
            moment = datetime.fromisoformat(at).astimezone(UTC).replace(tzinfo=None)
            _put("handover_read", person_id, staff_id=staff_id, at=moment)
    for name, value in bag.items():
        _put("profile_field", person_id, name=name, value=_as_word(value))


def _settings(bag: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield what can be read as a setting and take it out; the rest stays in the bag."""
    for name, words in LISTS.items():
        if bag.get(name) in words:
            yield name, bag.pop(name)
    if str(bag.get("per_page")).isdecimal():
        yield "per_page", min(max(int(bag.pop("per_page")), 1), 4)
    if "one_tap" in bag:
        yield "one_tap", bag.pop("one_tap") in (True, "yes")
    if set(bag.get("ways_to_say") or ()) & set(WAYS.values()):
        said = bag.pop("ways_to_say")
        yield from ((name, way in said) for name, way in WAYS.items())
    yield from _quiet(bag)


def _quiet(bag: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    try:
        begins, minutes = time.fromisoformat(bag["quiet_from"]), int(bag["quiet_minutes"])
    except (KeyError, TypeError, ValueError):
        return
    if 1 <= minutes <= 120:  # noqa: PLR2004 (the rule above)
        del bag["quiet_from"], bag["quiet_minutes"]
        yield "quiet_from", begins
        yield "quiet_minutes", minutes


def _works_here(staff_id: str) -> bool:
    staff = sa.table("staff", sa.column("id"))
    return bool(op.get_bind().scalar(sa.select(staff.c.id).where(staff.c.id == staff_id)))


def _as_word(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else json.dumps(value)


def _column(name: str) -> sa.ColumnClause[Any]:
    kinds: dict[str, sa.types.TypeEngine[Any]] = {"quiet_from": sa.Time(), "at": sa.DateTime()}
    return sa.column(name, kinds.get(name, sa.types.NULLTYPE))


def _put(table: str, person_id: str, **values: object) -> None:
    row = {"id": uuid4().hex, "person_id": person_id, **values}
    op.get_bind().execute(sa.table(table, *map(_column, row)).insert().values(**row))
