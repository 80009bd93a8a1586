"""Dev asks for another time of his first text: he says which, staff hear soon, and he reads what holds."""

import pytest

from tests.conftest import World
from tests.journeys.doors import DEV, Tablet
from tests.journeys.records import alerts

TUESDAY = "2026-10-20"
HOLDS = "Until someone answers, the text still comes at 09:15."
FIRST = "Your first text is at 09:15."


@pytest.fixture
def own(world: World) -> Tablet:
    """His list of the morning on his own phone, as far as the time of his first text."""
    world.go_to(f"{TUESDAY} 08:05")
    tablet = Tablet(world, world.cast.devs_phone)
    tablet.begin("Group day: am I ready?")
    while FIRST not in tablet.words:
        tablet.do("skip")
    return tablet


def told_soon(world: World) -> list[str]:
    return [one.title for one in alerts(world) if one.level == "soon"]


def test_who_taps_it_says_which_time_and_reads_until_when_it_stays(world: World, own: Tablet):
    asked = own.pick("change")
    assert HOLDS in asked
    assert "Which time do you want?" in asked
    own.write("at 10 please")
    own.do("send")

    assert told_soon(world) == ["Dev said: Ask for another time."]
    assert "at 10 please" in own.open("/tablet/you-said")
    before = len(world.texts(DEV))
    world.go_to(f"{TUESDAY} 09:16")
    assert len(world.texts(DEV)) == before + 1


def test_who_taps_it_and_says_no_time_is_told_of_all_the_same(world: World, own: Tablet):
    own.pick("change")
    own.do("skip")
    own.do("send")

    assert told_soon(world) == ["Dev said: Ask for another time."]


def test_who_keeps_it_is_asked_for_no_time(world: World, own: Tablet):
    words = own.pick("keep")

    assert "Which time do you want?" not in words
    assert HOLDS not in words
