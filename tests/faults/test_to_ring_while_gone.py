"""While the database is gone, the page of Help says whom one can ring, as it was last known."""

import re
import threading

import pytest

from checkin import clock
from checkin.actions import take_in as taking_in
from checkin.actions.change_phone import change_phone_of_staff
from checkin.actions.nobody_told import keep_whom_to_ring
from checkin.installation import here
from checkin.storage import people
from checkin.storage.tables import HouseRow, new_id
from checkin.storage.transaction import kept_together
from checkin.worker import work as worker
from tests.conftest import World
from tests.faults.held import gone
from tests.journeys.doors import Tablet

KEPT = "Your call for help is kept."
LEAD = "You can ring the safeguarding lead: 07700 900301."
ADVOCATE = "You can ring the advocacy service: 07700 900302."


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking_in, "SECONDS", 0.3)


def _says(world: World) -> str:
    """Press Help while it is gone, and return what the page says."""
    tablet = Tablet(world, world.cast.house_tablet, world.cast.ana)
    tablet.open("/tablet/help")
    with world.app.app_context(), gone():
        said = tablet.press("/help", ("choice", "person"))
    assert KEPT in said
    assert "Ring 999" in said
    return said.replace("\u00a0", " ")


def _keep(world: World) -> None:
    with world.app.app_context():
        keep_whom_to_ring(clock.now())


def test_a_number_that_is_changed_is_said_from_when_it_is_known(world: World) -> None:
    assert "You can ring" not in _says(world)
    _keep(world)
    said = _says(world)
    assert LEAD in said
    assert ADVOCATE in said
    with world.app.app_context():
        change_phone_of_staff(world.cast.safeguarding, "+447700900309", clock.now())

    assert LEAD in _says(world)  # as it was last known
    _keep(world)
    said = _says(world)
    assert LEAD not in said
    assert "You can ring the safeguarding lead: 07700 900309." in said


def test_it_can_be_rung_from_there(world: World) -> None:
    _keep(world)
    tablet = Tablet(world, world.cast.house_tablet, world.cast.ana)
    with world.app.app_context(), gone():
        page = tablet.client.get("/tablet/help").get_data(as_text=True)

    assert re.findall(r'href="(tel:[^"]+)"', page) == [
        "tel:999",
        "tel:07700900302",
        "tel:07700900301",
    ]


def test_once_there_are_several_houses_none_is_said(world: World) -> None:
    _keep(world)
    with world.app.app_context(), kept_together():
        people.put(HouseRow(id=new_id(), name="Birch House"))
    _keep(world)

    assert "You can ring" not in _says(world)


@pytest.mark.parametrize("spoilt", ["[", "[[1]]", '"no"'])
def test_what_is_spoilt_is_left_out_and_kept_anew(world: World, spoilt: str) -> None:
    _keep(world)
    with world.app.app_context():
        (here().settings.data / "to_ring.json").write_text(spoilt, encoding="utf-8")

    assert "You can ring" not in _says(world)
    _keep(world)
    assert LEAD in _says(world)


def test_the_worker_keeps_it(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    stop = threading.Event()
    monkeypatch.setattr(worker, "tick", lambda _: stop.set())
    worker.work(world.app.app_context, {}, clock.now, stop, senders_at_once=0)

    assert LEAD in _says(world)
