"""Ana sets when her morning starts and skips the rest: what staff wrote of that stands still, as what it is."""

from checkin import clock
from checkin.actions.start_check_in import begin
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet

SET_SINCE = "Ana set some of it since. It stands below, and counts."


def sets(tablet: Tablet, choice: str, *more: str) -> None:
    with tablet.world.app.app_context():
        begin(tablet.world.cast.ana, "my_morning", "tablet", clock.now())
    tablet.begin("My morning")
    tablet.pick(choice)
    while "Send it" not in tablet.words:
        tablet.do("skip")
    tablet.do("send")


def test_the_rest_of_what_staff_wrote_stands_and_says_that_she_set_some_since(
    world: World, tablet: Tablet
):
    marcus = Desk(world, "marcus")
    assert "One voice: Priya" in marcus.open("/staff/handover")
    assert SET_SINCE not in marcus.words
    sets(tablet, "t0930")

    assert "One voice: Priya" in marcus.open("/staff/handover")
    assert SET_SINCE in marcus.words
    assert "Half past 9" in marcus.words
