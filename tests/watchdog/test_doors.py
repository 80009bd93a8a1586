"""Whatever stands in front of us asks whether we answer, and whether the database does."""

import pytest
from sqlalchemy.exc import OperationalError

from checkin.watchdog import doors
from tests.conftest import World


def test_both_say_so_while_all_is_right(world: World):
    client = world.app.test_client()

    assert client.get("/health").text == "I am here.\n"
    assert client.get("/ready").text == "Ready.\n"


def test_without_the_database_we_answer_and_are_not_ready(
    world: World, monkeypatch: pytest.MonkeyPatch
):
    def gone(_: object) -> None:
        raise OperationalError("", None, Exception("gone"))

    monkeypatch.setattr(doors.beats, "last_beat", gone)
    client = world.app.test_client()

    assert client.get("/health").status_code == 200
    found = client.get("/ready")
    assert (found.status_code, found.text) == (503, "The database cannot be read.\n")
