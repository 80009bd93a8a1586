"""Marcus wrote down a first number for Ana, nobody checked it, and Jo wrote down hers: his is no number of Ana's."""

import pytest

from tests.conftest import World
from tests.journeys.doors import MARCUS, Desk, Phone
from tests.journeys.records import alerts
from tests.journeys.test_a_phone_staff_wrote_down import FROM_NEW, OTHER, checked, write_down

GROUP_DAYS = ("sat",)
HERS = "+447700900778"
NOT_CHECKED = f"{FROM_NEW} Nobody checked it."


@pytest.fixture
def replaced(world: World) -> World:
    """Jo writes down Ana's own number, and Marcus, who had written down another, checks nothing."""
    write_down(world, whose=world.cast.ana)
    world.go_to("2026-10-19 09:05")
    write_down(world, HERS, by=world.cast.jo, whose=world.cast.ana)
    world.sent.clear()
    return world


@pytest.mark.parametrize("times", [1, 2])
def test_a_cry_from_it_says_who_wrote_it_down_and_does_not_ring_him(replaced: World, times: int):
    for minute in range(times):
        Phone(replaced, OTHER).text(f"2026-10-19 09:1{minute}", "HELP")

    (call,) = [one for one in alerts(replaced) if one.kind == "help_or_not_ok"]
    page = Desk(replaced, "jo").open(f"/staff/alerts/{call.id}")
    assert NOT_CHECKED in page
    assert "the number Ana had" not in page
    rung = {one.number for one in replaced.sent if one.channel == "call"}
    assert rung
    assert MARCUS not in rung


def test_other_words_from_it_are_for_another_to_read_and_say_so(replaced: World):
    for minute in (10, 40):
        Phone(replaced, OTHER).text(f"2026-10-19 09:{minute}", "i made it up about marcus")

    work = [one for one in alerts(replaced, task=True) if one.kind == "from_before"]
    assert {one.title for one in work} == {
        "Somebody texted from a number that Marcus wrote down for Ana."
    }
    assert NOT_CHECKED in Desk(replaced, "jo").open("/staff/texts-from-nobody")


def test_once_it_was_checked_it_is_the_number_that_ana_had(world: World):
    write_down(world, whose=world.cast.ana)
    checked(world)
    world.go_to("2026-10-19 09:05")
    write_down(world, HERS, by=world.cast.lena, whose=world.cast.ana)
    checked(world)
    Phone(world, OTHER).text("2026-10-19 09:10", "HELP")

    (call,) = [one for one in alerts(world) if one.kind == "help_or_not_ok"]
    assert "From the number Ana had" in Desk(world, "jo").open(f"/staff/alerts/{call.id}")
