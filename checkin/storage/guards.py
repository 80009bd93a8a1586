"""Does the database itself still refuse to change what must stay? Its migrations told it to."""

from collections.abc import Iterator

from sqlalchemy import text

from checkin.storage.tables import db

GUARDED = ("record", "answer", "heard")

_ON_SQLITE = text(
    "SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE(ABORT%'"
)
_ON_POSTGRESQL = text(
    "SELECT tgname FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid "
    "WHERE tgenabled IN ('O', 'A') AND prosrc LIKE '%RAISE EXCEPTION%'"
)


def missing_guards() -> dict[str, str]:
    """Return the name of each trigger that is gone, or turned off, and the table it guarded."""
    on_sqlite = db.engine.dialect.name == "sqlite"
    there = set(db.session.scalars(_ON_SQLITE if on_sqlite else _ON_POSTGRESQL))
    parts = ("_update", "_delete", "_insert") if on_sqlite else ("",)
    needed = {f"{table}_stays{part}": table for table in GUARDED for part in parts}
    return {name: table for name, table in needed.items() if name not in there}


def guards_gone() -> Iterator[str]:
    """Say which guards are gone, by name, and what that means."""
    for name, table in missing_guards().items():
        yield f"The guard {name} is gone: rows of {table} may have been changed."
