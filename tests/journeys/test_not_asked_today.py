"""Ana says "Do not ask me": all who work here read it, with no word of the rest, for as long as it acts."""

import pytest

from checkin import clock
from checkin.actions.start_check_in import begin
from checkin.actions.take_alert import take_alert
from checkin.actions.take_back import take_back
from checkin.storage import people
from checkin.storage.tables import CheckInRow
from checkin.storage.transaction import kept_together
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import alerts, kept

NOT_TODAY = "Do not ask Ana anything more today. Ana said so."


YESTERDAY = "Yesterday Ana said: Do not ask me. Today we ask as agreed."


def begins(world: World, tablet: Tablet, at: str = "2026-10-20 08:00") -> None:
    """Ana begins to set how she likes to answer."""
    world.go_to(at)
    with world.app.app_context():
        begin(world.cast.ana, "getting_ready", "tablet", clock.now())
    tablet.begin("How I like to answer")


def test_whoever_is_named_in_the_same_talk_reads_that_ana_is_not_to_be_asked_until_it_is_over(
    world: World, tablet: Tablet
):
    begins(world, tablet)
    while "What makes things worse?" not in tablet.words:
        tablet.do("skip")
    tablet.write("marcus is weird with me")
    while "Shall we ask you how things are?" not in tablet.words:
        tablet.do("skip")
    tablet.pick("dont_ask")
    marcus = Desk(world, "marcus")
    assert NOT_TODAY not in marcus.open("/staff/handover")
    tablet.do("send")

    for page in ("handover", f"people/{world.cast.ana}"):
        assert NOT_TODAY in marcus.open(f"/staff/{page}")
        assert "weird" not in marcus.words
    for alert in alerts(world):  # done with, and still not to be asked
        with world.app.app_context():
            take_alert(alert.id, world.cast.jo, clock.now())
    assert NOT_TODAY in marcus.open("/staff/handover")
    world.go_to("2026-10-21 00:01")
    assert NOT_TODAY not in Desk(world, "marcus").open("/staff/handover")


def test_taken_back_she_is_asked_again_as_agreed(world: World, tablet: Tablet):
    def morning() -> str:
        (row,) = [one for one in kept(world, CheckInRow, asks="my_morning_daily") if is_today(one)]
        return row.state

    begins(world, tablet)
    while "Shall we ask you how things are?" not in tablet.words:
        tablet.do("skip")
    tablet.pick("dont_ask")
    tablet.do("send")
    assert NOT_TODAY in Desk(world, "marcus").open("/staff/handover")
    assert morning() == "cancelled"
    with world.app.app_context():
        for row in kept(world, CheckInRow, asks="getting_ready"):
            take_back(row.id, clock.now())

    assert NOT_TODAY not in Desk(world, "marcus").open("/staff/handover")
    assert morning() == "planned"
    with world.app.app_context():
        take_back(kept(world, CheckInRow, asks="getting_ready")[0].id, clock.now())
    assert morning() == "planned"


@pytest.mark.parametrize("at", ["15:00", "20:00"])
def test_whoever_comes_in_the_morning_reads_what_she_said_the_day_before_and_that_it_is_over(
    world: World, tablet: Tablet, at: str
):
    begins(world, tablet, f"2026-10-20 {at}")
    while "Shall we ask you how things are?" not in tablet.words:
        tablet.do("skip")
    tablet.pick("dont_ask")
    tablet.do("send")
    handover = Desk(world, "marcus").open("/staff/handover")
    assert NOT_TODAY in handover
    assert YESTERDAY not in handover
    world.go_to("2026-10-21 07:00")

    handover = Desk(world, "marcus").open("/staff/handover")
    assert NOT_TODAY not in handover
    assert YESTERDAY in handover
    world.go_to("2026-10-21 20:01")
    assert YESTERDAY not in Desk(world, "marcus").open("/staff/handover")


def mornings(world: World) -> list[str]:
    """How the check-in of this morning stands."""
    found = kept(world, CheckInRow, asks="my_morning_daily")
    return [one.state for one in found if is_today(one)]


def asks_for_no_more(world: World, tablet: Tablet) -> str:
    """Ana says "Do not ask me", and sends it; return which check-in that was."""
    begins(world, tablet)
    while "Shall we ask you how things are?" not in tablet.words:
        tablet.do("skip")
    tablet.pick("dont_ask")
    tablet.do("send")
    assert mornings(world) == ["cancelled"]
    return kept(world, CheckInRow, asks="getting_ready")[0].id


def test_her_tablet_asks_again_though_her_texts_are_stopped(world: World, tablet: Tablet):
    said = asks_for_no_more(world, tablet)
    with world.app.app_context(), kept_together():
        people.the_person(world.cast.ana).texts_stopped_at = clock.now()
    with world.app.app_context():
        take_back(said, clock.now())

    assert mornings(world) == ["planned"]


def is_today(check_in: CheckInRow) -> bool:
    return check_in.due_at.date() == clock.now().date()
