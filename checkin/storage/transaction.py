"""Keep several things, or none of them."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from sqlite3 import Connection as SQLiteConnection
from typing import Any

from psycopg import Connection as PostgreSQLConnection
from sqlalchemy import Connection, Engine, event

from checkin.storage import record
from checkin.storage.tables.base import db
from checkin.storage.waiting_line import WaitingLine

BUSY_SECONDS = 30.0
FROZEN_SECONDS = 60

_IN_LINE = WaitingLine()
_WAITS: ContextVar[float] = ContextVar("waits", default=BUSY_SECONDS)


@contextmanager
def waits_at_most(seconds: float) -> Iterator[None]:
    """Inside, whoever must wait this long for their turn to write gets `OUT_OF_REACH`."""
    before = _WAITS.set(seconds)
    try:
        yield
    finally:
        _WAITS.reset(before)


@contextmanager
def kept_together() -> Iterator[None]:
    """Keep everything done inside this block, or nothing if it fails. Inside another: join it.

    On SQLite the block holds the one write lock from its first line, so that what it reads
    is still true when it writes (trust.md decision 5).
    """
    if db.session().info.get(record.KEEPING):
        yield
        return
    with _IN_LINE.mine(_WAITS.get()) if _on_sqlite() else nullcontext():
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
    """Make SQLite durable, let us say when a transaction begins, and bound what one can hold up."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _durable)
        event.listen(engine, "begin", _begin)
    else:
        event.listen(engine, "connect", _lets_go)
        event.listen(engine, "begin", _begin_in_time)


def _durable(connection: SQLiteConnection, _: Any) -> None:
    connection.isolation_level = None
    for line in (
        f"busy_timeout={int(BUSY_SECONDS * 1000)}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {line}")


def _begin(connection: Connection) -> None:
    """Take the one lock of SQLite where something will be kept, or say so after the wait."""
    keeping = connection.get_execution_options().get("keeping")
    if connection.info.get(_WAITS, BUSY_SECONDS) != _WAITS.get():
        connection.info[_WAITS] = _WAITS.get()
        _of_driver(connection).execute(f"PRAGMA busy_timeout={int(_WAITS.get() * 1000)}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if keeping else "BEGIN")


def _of_driver(connection: Connection) -> Any:
    return connection.connection.driver_connection


def _lets_go(connection: PostgreSQLConnection[Any], _: Any) -> None:
    """Let the server take back what a program holds that was frozen in the midst of keeping."""
    connection.execute(f"SET idle_in_transaction_session_timeout = '{FROZEN_SECONDS}s'")
    connection.commit()


def _begin_in_time(connection: Connection) -> None:
    if (seconds := _WAITS.get()) < BUSY_SECONDS:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{int(seconds * 1000)}ms'")
