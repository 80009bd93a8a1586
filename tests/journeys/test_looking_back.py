"""What is agreed looks back on Dev's own past each time it is read, on his page and on the staff's."""

from checkin import clock
from checkin.actions.call_for_help import call_for_help
from checkin.storage import agreements
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet

MISSED = "If we wait 20 minutes, we would have rung you {} time"


def group_days(world: World) -> tuple[str, str]:
    """Return the agreement about Dev's texts, and its version."""
    with world.app.app_context():
        found = agreements.agreements_of(world.cast.dev, clock.now())
        one = next(one for one in found if one.agreement.key == "dev-group-days")
        return one.id, one.version_id


def test_dev_reads_that_there_is_nothing_to_look_back_on_and_then_what_there_is(world: World):
    agreement, version = group_days(world)
    own = Tablet(world, world.cast.devs_phone)
    address = f"/tablet/agreements/{version}"
    assert "There are no check-ins to look back on yet." in own.open(address)
    assert "You have not asked for help yet" in own.words

    world.go_to("2026-10-20 09:40")
    with world.app.app_context():
        call_for_help(world.cast.dev, clock.now())

    first = own.open(address)
    assert MISSED.format(1) in first
    assert "You asked for help 1 time. We would have rung you 1 time." in first
    assert MISSED.format(1) in Desk(world, "priya").open(f"/staff/agreements/{agreement}")


def test_on_a_tablet_of_many_nothing_is_said_of_the_word(world: World):
    _, version = group_days(world)
    own = Tablet(world, world.cast.devs_phone)
    assert "said the word" in own.open(f"/tablet/agreements/{version}")

    of_many = Tablet(world, world.cast.house_tablet, world.cast.dev)

    assert "Looking back" in of_many.open(f"/tablet/agreements/{version}")
    assert "said the word" not in of_many.words
