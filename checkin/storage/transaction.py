"""Keep several things, or none of them."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from sqlite3 import Connection as SQLiteConnection
from typing import Any

from sqlalchemy import Connection, Engine, event

from checkin.storage import record
from checkin.storage.tables.base import db
from checkin.storage.waiting_line import WaitingLine

BUSY_MILLISECONDS = 30_000

_IN_LINE = WaitingLine()


@contextmanager
def kept_together() -> Iterator[None]:
    """Keep everything done inside this block, or nothing if it fails. Inside another: join it.

    On SQLite the block holds the one write lock from its first line, so that what it reads
    is still true when it writes (trust.md decision 5).
    """
    if db.session().info.get(record.KEEPING):
        yield
        return
    with _IN_LINE.mine() if _on_sqlite() else nullcontext():
        yield from _keep()


def _keep() -> Iterator[None]:
    session = db.session
    session.commit()  # ends what was only reading
    session.connection(execution_options={"keeping": True})
    session().info[record.KEEPING] = True
    try:
        yield
        record.write_what_waits()
        session.commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        record.forget_what_waits()
        session().info.pop(record.KEEPING, None)


def _on_sqlite() -> bool:
    return db.engine.dialect.name == "sqlite"


def prepare(engine: Engine) -> None:
    """Make SQLite durable, and let us say when a transaction begins."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _durable)
        event.listen(engine, "begin", _begin)


def _durable(connection: SQLiteConnection, _: Any) -> None:
    connection.isolation_level = None
    for line in (
        f"busy_timeout={BUSY_MILLISECONDS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {line}")


def _begin(connection: Connection) -> None:
    keeping = connection.get_execution_options().get("keeping")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if keeping else "BEGIN")
