"""Bring the database up to date with the tables."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from checkin.phone_numbers.reading import HERE
from checkin.storage.loose_rows import LooseRow, loose_rows

log = logging.getLogger(__name__)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "checkin:storage/migrations")
    return config


def upgrade(engine: Engine, countries: tuple[str, ...] = HERE, to: str = "head") -> None:
    """Run every migration that this database has not had yet; refuse one that loses rows.

    Rows that were lost before are named in the log: whoever is still there must be heard.
    A phone number without its country's code is of the first of `countries`.
    """
    config = _config()
    config.attributes["countries"] = countries
    with engine.connect() as connection, _rebuilding(connection), connection.begin():
        config.attributes["connection"] = connection
        before, loose = version_of(connection), loose_rows(connection)
        for one in loose:
            log.error("%s See `checkin record verify`.", one)
        command.upgrade(config, to)
        if version_of(connection) != before:
            _nothing_was_lost(loose, loose_rows(connection))


def version_of(connection: Connection) -> str | None:
    """Return the newest migration that a database had; None before the first."""
    return MigrationContext.configure(connection).get_current_revision()


def newest_version() -> str | None:
    """Return the newest migration that there is."""
    return ScriptDirectory.from_config(_config()).get_current_head()


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


def _nothing_was_lost(before: list[LooseRow], after: list[LooseRow]) -> None:
    if lost := [one for one in after if one not in before]:
        named = " ".join(map(str, lost[:5]))
        raise ValueError(f"The upgrade would lose rows. {named} Nothing was changed.")


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
