"""Bring the database up to date with the tables."""

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine

from checkin.phone_numbers.reading import HERE


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "checkin:storage/migrations")
    return config


def upgrade(engine: Engine, countries: tuple[str, ...] = HERE, to: str = "head") -> None:
    """Run every migration that this database has not had yet.

    A phone number without its country's code is of the first of `countries`.
    """
    config = _config()
    config.attributes["countries"] = countries
    with engine.connect() as connection, _rebuilding(connection), connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, to)
        _nothing_was_lost(connection)


@contextmanager
def _rebuilding(connection: Connection) -> Iterator[None]:
    """Let SQLite change a table, which it does by a new one: rows that point at it stay meanwhile."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = connection.connection.cursor()
    (checked,) = driver.execute("PRAGMA foreign_keys").fetchone()
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        driver.execute(f"PRAGMA foreign_keys={checked}")


def _nothing_was_lost(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
        raise ValueError(f"Rows point at rows that are gone: {broken[:5]}. Nothing was changed.")


def check(engine: Engine) -> None:
    """Raise if the tables in code and the migrated database differ."""
    config = _config()
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.check(config)


def new_migration(engine: Engine, words: str, number: str) -> None:
    """Write the next migration from what differs."""
    config = _config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.revision(config, words, autogenerate=True, rev_id=number)
