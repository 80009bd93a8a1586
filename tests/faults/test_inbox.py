"""While another program holds the database a cry is kept beside it, and heard once it lets go."""

import json
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from sqlalchemy import select

from checkin import clock
from checkin.actions import take_in as taking_in
from checkin.actions.hear_text import hear_text
from checkin.actions.take_in import hear_what_waits, take_in
from checkin.installation import here
from checkin.storage import inbox
from checkin.storage.inbox import Came
from checkin.storage.out_of_reach import OUT_OF_REACH
from checkin.storage.tables import AlertRow, HeardRow, db
from tests.conftest import World
from tests.faults.held import held
from tests.journeys.doors import DEV

TWILIO_WAITS = 15


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking_in, "SECONDS", 0.3)


def _came(words: str, number: str = "1") -> Came:
    return Came(f"SM{number * 32}", DEV, words, pictures=False, at=clock.now())


def _heard() -> list[str]:
    db.session.rollback()
    return [one.words for one in db.session.scalars(select(HeardRow).order_by(HeardRow.at))]


def _calls() -> list[AlertRow]:
    db.session.rollback()
    return list(db.session.scalars(select(AlertRow).where(AlertRow.group_key.startswith("help:"))))


def test_a_cry_while_the_database_is_held_is_kept_in_time_and_rings_once_it_is_free(
    world: World,
) -> None:
    with world.app.app_context():
        began = monotonic()
        with held():
            take_in(_came("HELP"), clock.now())
            assert monotonic() - began < TWILIO_WAITS
            assert _calls() == []

        hear_what_waits(clock.now())

        assert len(_calls()) == 1
        assert _heard() == ["HELP"]
        assert list(inbox.waiting(here().settings.data)) == []


def test_the_same_text_twice_is_one_whether_it_waited_or_not(world: World) -> None:
    with world.app.app_context():
        with held():
            take_in(_came("HELP"), clock.now())
            take_in(_came("HELP"), clock.now())
        take_in(_came("HELP"), clock.now())
        hear_what_waits(clock.now())

        assert len(_calls()) == 1
        assert _heard() == ["HELP"]


def test_what_waits_is_heard_before_what_comes_after_it_with_the_time_it_came(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    came, in_order = clock.now(), list[str]()

    def noted(provider_id: str, number: str, words: str, *said: Any, **more: Any) -> None:
        in_order.append(words)
        hear_text(provider_id, number, words, *said, **more)

    with world.app.app_context():
        with held():
            take_in(_came("LATE 20"), clock.now())
        clock.stop_at(came + timedelta(minutes=3))
        monkeypatch.setattr(taking_in, "hear_text", noted)
        take_in(_came("HELP", "2"), clock.now())

        assert in_order == ["LATE 20", "HELP"]
        assert _heard() == ["LATE 20", "HELP"]
        assert db.session.scalars(select(HeardRow.at).order_by(HeardRow.at)).first() == came


def test_help_is_not_heard_before_a_text_that_came_first_and_must_wait_on(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = list[str]()

    def held_at_first(provider_id: str, *said: Any, **more: Any) -> None:
        tries.append(provider_id)
        if len(tries) == 1:
            raise OUT_OF_REACH[0]("", None, Exception("database is locked"))
        hear_text(provider_id, *said, **more)

    with world.app.app_context():
        inbox.put(here().settings.data, _came("LATE 20"))
        monkeypatch.setattr(taking_in, "hear_text", held_at_first)

        assert not take_in(_came("HELP", "2"), clock.now())
        assert _heard() == []
        hear_what_waits(clock.now())

        assert _heard() == ["LATE 20", "HELP"]
        assert list(inbox.waiting(here().settings.data)) == []


def test_one_spoilt_text_holds_up_no_other(world: World) -> None:
    with world.app.app_context():
        with held():
            take_in(_came("HELP"), clock.now())
        _spoil(here().settings.data)

        hear_what_waits(clock.now())

        assert len(_calls()) == 1


def _spoil(data: Path) -> None:
    (data / "inbox" / "00000000.json").write_text(json.dumps({"words": "HELP"})[:-3])


@pytest.mark.parametrize("spoilt", ["a folder", "no words"])
def test_help_is_heard_beside_a_text_that_cannot_be(world: World, spoilt: str) -> None:
    with world.app.app_context():
        data = here().settings.data
        inbox.put(data, _came("LATE 20"))
        (place,) = (data / "inbox").glob("*.json")
        if spoilt == "a folder":
            place.unlink()
            place.mkdir()
        else:
            place.write_text(place.read_text().replace('"LATE 20"', "null"))

        take_in(_came("HELP", "2"), clock.now())
        take_in(_came("HELP", "3"), clock.now())

        assert _heard() == ["HELP", "HELP"]
        assert len(_calls()) == 1


def test_where_nothing_can_be_kept_anywhere_it_must_come_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(inbox, "put", full)
    with world.app.app_context(), held(), pytest.raises(OUT_OF_REACH):
        take_in(_came("HELP"), clock.now())
