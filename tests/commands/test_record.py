"""`checkin record verify` says what it found, and leaves everything as it is."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import create_engine, text

from checkin import clock
from checkin.actions.call_for_help import call_for_help
from checkin.commands.record import record
from checkin.storage.tables import db
from checkin.storage.upgrade import upgrade, version_of
from tests.conftest import BEGINS, World

Change = Callable[[str], None]


@pytest.fixture
def verify(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Result]]:
    """Asks whether the record of this folder is whole."""
    monkeypatch.setenv("CHECKIN_SECRET_KEY", "a secret of the tests alone")
    monkeypatch.setenv("CHECKIN_DATA", str(tmp_path))
    clock.stop_at(BEGINS)
    yield lambda: CliRunner().invoke(record, ["verify"])
    clock.stop_at(None)


@pytest.fixture
def by_hand(world: World, monkeypatch: pytest.MonkeyPatch) -> Change:
    """Dev calls for help; then somebody with the keys changes the database."""
    database = world.app.installation.settings.database
    monkeypatch.setenv("CHECKIN_DATABASE", database)
    with world.app.app_context():
        call_for_help(world.cast.dev, BEGINS)
        db.session.remove()
        db.engine.dispose()

    def change(statement: str) -> None:
        engine = create_engine(database)
        with engine.begin() as connection:
            connection.execute(text(statement))
        engine.dispose()

    return change


@pytest.mark.usefixtures("by_hand")
def test_what_agrees_is_whole_and_it_says_what_was_not_compared(
    verify: Callable[[], Result],
) -> None:
    said = verify()

    assert (said.exit_code, "The record is whole" in said.output) == (0, True)
    assert (
        "Not compared: what people answered and texted, which the database itself refuses"
        in said.output
    )


def test_without_its_guard_nobody_is_told_that_the_database_refuses(
    verify: Callable[[], Result], by_hand: Change
) -> None:
    by_hand("DROP TRIGGER heard_stays_update")

    said = verify()

    assert (said.exit_code, "The guard heard_stays_update is gone" in said.output) == (1, True)
    assert "refuses to change" not in said.output


def test_a_deleted_alert_is_named_and_so_is_what_points_at_it(
    verify: Callable[[], Result], by_hand: Change
) -> None:
    by_hand("DELETE FROM alert")

    said = verify()

    assert (said.exit_code, type(said.exception)) == (1, SystemExit)
    assert "of alert_step points at a row of alert that is gone." in said.output
    assert any(one.startswith("Alert ") and "is gone" in one for one in said.output.splitlines())


def test_an_older_database_is_left_as_it_is(verify: Callable[[], Result], tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'checkin.db'}")
    upgrade(engine, to="0013")

    said = verify()

    with engine.connect() as connection:
        assert version_of(connection) == "0013"
    engine.dispose()
    assert (said.exit_code, "Run `checkin upgrade` first" in said.output) == (1, True)


def test_where_there_is_no_database_none_is_made(
    verify: Callable[[], Result], tmp_path: Path
) -> None:
    assert "There is no database" in verify().output
    assert not (tmp_path / "checkin.db").exists()
