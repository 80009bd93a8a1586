"""Bring the database up to date with the tables."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "checkin:storage/migrations")
    return config


def upgrade(engine: Engine) -> None:
    """Run every migration that this database has not had yet."""
    config = _config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


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
