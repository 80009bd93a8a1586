"""Nobody anywhere has a phone: Ana reads that nobody was reached, whom to ring, and then who is asked."""

from checkin import clock
from tests.conftest import World, minutes
from tests.journeys.doors import Tablet
from tests.journeys.records import alerts
from tests.journeys.test_anyone_able import OUTSIDE, PRIYA, change, house
from tests.journeys.test_nobody_could_be_reached import GROUP_DAYS, NOBODY_YET, tell

__all__ = ["GROUP_DAYS"]


def test_what_she_told_is_kept_on_trying_and_she_reads_so(world: World, tablet: Tablet):
    change(world, *house(world), world.cast.safeguarding, world.cast.advocacy, phone=None)
    tell(tablet)

    assert NOBODY_YET in tablet.words
    assert "will be told" not in tablet.words
    assert "In danger? Ring 999." in tablet.words
    change(world, world.cast.priya, phone=PRIYA)
    world.go_to(clock.now() + minutes(1))
    tablet.open(tablet.at)
    assert NOBODY_YET not in tablet.words
    assert "Priya will look at this." in tablet.words


def test_what_she_told_goes_to_those_outside_once(world: World, tablet: Tablet):
    change(world, *house(world), phone=None)
    tell(tablet)
    world.settle()

    assert [one.number for one in world.sent] == sorted(OUTSIDE, reverse=True)
    assert "The advocacy service and the safeguarding lead will look at this." in tablet.words
    assert [one.kind for one in alerts(world)] == ["someone_hurt"]
