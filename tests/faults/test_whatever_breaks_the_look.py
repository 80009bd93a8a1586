"""Whatever breaks beside the look stops no look; the watchdog goes on, and tries its text again."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy.exc import ProgrammingError

from checkin import clock
from checkin.channels.text.stand_in import Fails, StandIn
from checkin.watchdog import what_is_wrong
from checkin.worker import work as worker
from tests.conftest import World
from tests.texts.conftest import company, settings
from tests.watchdog.test_keeping_watch import ON_CALL, TUESDAY, watched

__all__ = ["company", "settings"]


@pytest.mark.parametrize("beside", ["tell_where_somebody_can_be", "notice_reviews"])
def test_what_breaks_beside_the_look_stops_no_look_for_silence(
    world: World, monkeypatch: pytest.MonkeyPatch, beside: str
):
    stop, looked = threading.Event(), list[object]()

    def broken(_: object) -> None:
        raise ValueError("of one alert")

    monkeypatch.setattr(worker, beside, broken)
    monkeypatch.setattr(worker, "tick", looked.append)
    monkeypatch.setattr(worker, "PAUSE", 0.01)
    threading.Timer(2, stop.set).start()
    worker.work(world.app.app_context, {}, clock.now, stop, senders_at_once=0)

    assert looked


def test_a_fault_that_no_one_thought_of_is_said_and_does_not_end_the_watch(
    world: World, company: StandIn, monkeypatch: pytest.MonkeyPatch
):
    def no_such_table(_: object) -> None:
        raise ProgrammingError("", None, Exception("relation does not exist"))

    world.go_to(f"{TUESDAY} 10:30")
    monkeypatch.setattr(what_is_wrong.beats, "last_beat", no_such_table)

    assert watched(world, company, 2, timedelta(0), "")


def test_a_text_that_did_not_go_for_now_is_tried_again_at_the_next_look(
    world: World, company: StandIn
):
    world.go_to(f"{TUESDAY} 08:00")
    company.faults.append(Fails(status=503))

    watched(world, company, 3, timedelta(minutes=5), "")

    assert len(company.of(ON_CALL)) == 1
