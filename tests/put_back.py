"""Copies of a database, and how one that was used becomes what its copy is.

An SQLite file is copied, in a file of its own: whoever still has the old one open never reaches
the new one. In PostgreSQL, where a new database takes a fifth of a second, all rows go out and
those of the copy come in; where a test changed more than rows, the whole database is made anew.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import psycopg
from psycopg.sql import SQL, Identifier
from sqlalchemy import URL, make_url

BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps next to a file
PATIENCE = 5000  # milliseconds

OTHERS = """
    SELECT pg_terminate_backend(pid, %s) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
# A database made from another has its catalogues to the very version of each entry, until
# somebody changes a table, a guard, a function or a setting.
CATALOGUES = (
    "pg_class", "pg_attribute", "pg_attrdef", "pg_constraint", "pg_index", "pg_trigger", "pg_proc",
    "pg_type", "pg_namespace",
)  # fmt: skip
STAMP = " UNION ALL ".join(
    f"SELECT concat_ws(' ', '{one}', count(*), max(xmin::text::bigint)) FROM {one}"  # noqa: S608
    for one in CATALOGUES
)
OWN_SETTINGS = """
    UNION ALL SELECT setconfig::text FROM pg_db_role_setting
    WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


def set_aside(address: str, name: str = "first") -> str:
    """Copy a database that nobody has open, under a name; return the address of the copy."""
    url = make_url(address)
    copy = url.set(database=f"{url.database}_{name}")
    if url.drivername == "sqlite":
        shutil.copy(str(url.database), str(copy.database))
    else:
        made_from(url, str(copy.database))
    return copy.render_as_string(hide_password=False)


def put_back(copy: str, address: str) -> None:
    """Make a database that nobody works in what its copy is."""
    url, was = make_url(address), make_url(copy)
    if url.drivername == "sqlite":
        _put_file(Path(str(was.database)), Path(str(url.database)))
    elif not _rows_put_back(url, _kept(copy)):
        with connected(url.set(database="postgres")) as server:
            drop(server, str(url.database))
        made_from(was, str(url.database))


def made_from(template: URL, name: str) -> None:
    """Create a database as the copy of another."""
    with connected(template.set(database="postgres")) as server:
        server.execute(
            SQL("CREATE DATABASE {} TEMPLATE {}").format(
                Identifier(name), Identifier(str(template.database))
            )
        )


def drop(server: psycopg.Connection, name: str) -> None:
    """Drop a database, whoever has it open."""
    server.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


@contextmanager
def connected(url: URL) -> Iterator[psycopg.Connection]:
    """Speak to PostgreSQL; every statement stands by itself."""
    named: dict[str, Any] = url.translate_connect_args(username="user", database="dbname")
    with psycopg.connect(**named, **url.query, autocommit=True) as connection:
        yield connection


def is_open(file: Path) -> bool:
    """Tell whether this process still has a file open; where it cannot be told, it may be."""
    try:
        return any(_leads_to(one, file) for one in Path("/proc/self/fd").iterdir())
    except OSError:
        return True


def _leads_to(handle: Path, file: Path) -> bool:
    try:
        return str(handle.readlink()).removesuffix(" (deleted)") == str(file)
    except OSError:  # it was closed meanwhile
        return False


def _put_file(copy: Path, file: Path) -> None:
    for ending in BESIDE:
        Path(f"{file}{ending}").unlink(missing_ok=True)
    fresh = file.with_name(f"{file.name}.fresh")
    shutil.copy(copy, fresh)
    os.replace(fresh, file)  # noqa: PTH105 (the same as Path.replace)


@dataclass(frozen=True)
class _Kept:
    """What is in a copy."""

    shape: str  # of all that is no row
    tables: tuple[str, ...]
    rows: dict[str, bytes]  # by table, where there are any


@lru_cache(maxsize=64)
def _kept(copy: str) -> _Kept:
    """Read a copy, which nobody changes any more, once."""
    with connected(make_url(copy)) as connection:
        tables = tuple(name for (name,) in connection.execute(TABLES))
        filled = [name for name in tables if _has_rows(connection, name)]
        return _Kept(_shape(connection), tables, {name: _out(connection, name) for name in filled})


def _rows_put_back(url: URL, kept: _Kept) -> bool:
    """Put the rows of a copy in place of what is there; not where more than rows is different."""
    with connected(url) as connection:
        connection.execute(OTHERS, [PATIENCE])
        if _shape(connection) != kept.shape:
            return False
        with connection.transaction():
            # Neither guards nor foreign keys hold meanwhile: the copy passed them.
            connection.execute("SET LOCAL session_replication_role = replica")
            connection.execute(_emptied(kept.tables))
            for table, rows in kept.rows.items():
                _in(connection, table, rows)
    return True


def _shape(connection: psycopg.Connection) -> str:
    return str(connection.execute(STAMP + OWN_SETTINGS).fetchall())


def _emptied(tables: Iterable[str]) -> Any:
    return SQL("; ").join(SQL("DELETE FROM {}").format(Identifier(one)) for one in tables)


def _has_rows(connection: psycopg.Connection, table: str) -> bool:
    one = SQL("SELECT 1 FROM {} LIMIT 1").format(Identifier(table))
    return connection.execute(one).fetchone() is not None


def _out(connection: psycopg.Connection, table: str) -> bytes:
    command = SQL("COPY {} TO STDOUT (FORMAT binary)").format(Identifier(table))
    with connection.cursor().copy(command) as rows:
        return b"".join(bytes(part) for part in rows)


def _in(connection: psycopg.Connection, table: str, rows: bytes) -> None:
    command = SQL("COPY {} FROM STDIN (FORMAT binary)").format(Identifier(table))
    with connection.cursor().copy(command) as copy:
        copy.write(rows)
