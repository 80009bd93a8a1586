"""Ways of writing statements that several parts of storage share."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CursorResult,
    Executable,
    Table,
    bindparam,
    insert,
)
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import InstrumentedAttribute

from checkin.lives.check_in import CheckIn
from checkin.lives.message import Message
from checkin.storage.tables import Base, db, new_id


def become(row: Base, before: CheckIn | Message, after: CheckIn | Message) -> None:
    """Set on a row what changed in its life; the fields of a life are named as columns."""
    for name, was, now in zip(before._fields, before, after, strict=True):
        if now != was:
            setattr(row, name, now)


def insert_new(table: type[Base], rows: Sequence[Mapping[str, Any]]) -> int:
    """Insert rows, each with an id; one that clashes with a kept row is left out.

    Return how many were kept, where the database says so for a single row.
    """
    if not rows:
        return 0
    on_postgres = db.session.get_bind().dialect.name == "postgresql"
    write = postgres_insert if on_postgres else sqlite_insert
    statement = write(cast("Table", table.__table__)).on_conflict_do_nothing()
    ready = said([row if "id" in row else {"id": new_id(), **row} for row in rows])
    result = db.session.execute(
        statement,
        ready if len(ready) > 1 else ready[0],
        execution_options={"preserve_rowcount": True},  # else PostgreSQL's is thrown away
    )
    return cast("CursorResult[Any]", result).rowcount


def said(rows: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """Leave out the columns of which no row says anything: each costs time in every row."""
    names = [name for name in rows[0] if any(row[name] is not None for row in rows)]
    return [{name: row[name] for name in names} for row in rows]


def insert_all(table: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, each with all it needs; one that clashes fails. No book-keeping of the session."""
    if rows:
        db.session.connection().execute(insert(cast("Table", table.__table__)), said(rows))


def rows_changed(statement: Executable) -> int:
    """Run a change and return how many rows it changed."""
    return cast("CursorResult[Any]", db.session.execute(statement)).rowcount


def among(column: InstrumentedAttribute[str], values: Sequence[str]) -> ColumnElement[bool]:
    """Ask for one of some fixed values, written out in the statement.

    Only so does SQLite see that an index over just these rows fits; handed in as parameters it
    reads the whole table, for every message that is sent.
    """
    written_out: BindParameter[list[str]] = bindparam(
        None, list(values), expanding=True, literal_execute=True, unique=True
    )
    return column.in_(written_out)
