"""Rows deleted by hand are named, and whoever is left is heard all the same."""

import logging

import pytest
from alembic.config import Config
from sqlalchemy import create_engine, text

from checkin.actions.call_for_help import call_for_help
from checkin.app import create_app
from checkin.storage import upgrade as upgrading
from checkin.storage.loose_rows import loose_rows
from checkin.storage.tables import db
from tests.conftest import World, london

NOON = london("2026-10-20 12:00")


def delete_the_alert(world: World) -> str:
    """Dev calls for help, and somebody with the keys of the database deletes the alert."""
    call_for_help(world.cast.dev, NOON)
    (alert_id,) = db.session.scalars(text("SELECT id FROM alert")).all()
    db.session.commit()
    by_hand = create_engine(db.engine.url, isolation_level="AUTOCOMMIT")
    with by_hand.connect() as connection:  # SQLite minds only where it is told to
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET session_replication_role = replica"))
        connection.execute(text("DELETE FROM alert"))
    by_hand.dispose()
    return alert_id


def test_checkin_starts_names_what_is_gone_and_hears_the_next_cry(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    with world.app.app_context():
        delete_the_alert(world)
        db.session.remove()
        with caplog.at_level(logging.ERROR):
            again = create_app(world.app.installation.settings)

    with again.app_context():
        on_sqlite = db.engine.dialect.name == "sqlite"
        call_for_help(world.cast.ana, NOON)
        assert db.session.scalar(text("SELECT state FROM alert")) == "open"
        db.session.remove()
        db.engine.dispose()
    assert ("of alert_step points at a row of alert that is gone" in caplog.text) is on_sqlite


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # PostgreSQL refuses by itself
def test_an_upgrade_that_loses_rows_itself_is_refused(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(config: Config, _: str) -> None:
        connection = config.attributes["connection"]
        connection.execute(text("DELETE FROM staff"))
        connection.execute(text("UPDATE alembic_version SET version_num = 'next'"))

    with world.app.app_context():
        delete_the_alert(world)
        with db.engine.connect() as connection:
            before = loose_rows(connection)
        monkeypatch.setattr(upgrading.command, "upgrade", lose)
        with pytest.raises(ValueError, match="would lose rows"):
            upgrading.upgrade(db.engine)
        with db.engine.connect() as connection:
            assert loose_rows(connection) == before
