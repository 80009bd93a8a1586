"""Rows that point at rows which are gone: only SQLite can come to have them, changed by hand."""

from typing import NamedTuple

from sqlalchemy import Connection, text


class LooseRow(NamedTuple):
    """A row, by its table and its key, and the table in which what it points at is gone."""

    table: str
    key: str
    gone_from: str

    def __str__(self) -> str:
        """Name it in words."""
        return f"Row {self.key} of {self.table} points at a row of {self.gone_from} that is gone."


def loose_rows(connection: Connection) -> list[LooseRow]:
    """Return every such row; on PostgreSQL, which refuses to make one, none."""
    if connection.dialect.name != "sqlite":
        return []
    found = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return [LooseRow(table, _key(connection, table, row), gone) for table, row, gone, _ in found]


def _key(connection: Connection, table: str, row: int) -> str:
    """Return the key of a row: its place in the file changes where a table is made anew."""
    columns = connection.exec_driver_sql(f'PRAGMA table_info("{table}")').mappings()
    keys = ", ".join(f'"{one["name"]}"' for one in columns if one["pk"])
    asked = text(f'SELECT {keys} FROM "{table}" WHERE rowid = :row')  # noqa: S608 (names of ours)
    return "/".join(map(str, connection.execute(asked, {"row": row}).one()))
