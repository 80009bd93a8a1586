"""Ana calls on a page in words that name Marcus and are not plainly good: others are asked, without her words."""

import pytest

from tests.conftest import World
from tests.journeys.doors import MARCUS, Desk, Tablet
from tests.journeys.records import alerts
from tests.journeys.test_calls_on_the_tablet import say
from tests.journeys.test_hurt_said_elsewhere import MONDAY, told
from tests.journeys.test_named_in_a_call import CALLS, WISHES

GROUP_DAYS = ("sat",)  # Dev stays at home


def of_ana(world: World) -> str:
    """Return all that Marcus meets of Ana, and of each call of hers."""
    desk, ana = Desk(world, "marcus"), world.cast.ana
    calls = (f"alerts/{one.id}" for one in alerts(world) if not one.check_in_id)
    pages = ("", "handover", f"people/{ana}", f"people/{ana}/said", *calls)
    return "\n".join(desk.open(f"/staff/{page}") for page in pages)


@pytest.mark.parametrize("words", CALLS)
def test_whoever_is_named_neither_reads_nor_is_asked(world: World, tablet: Tablet, words: str):
    say(tablet, words)
    page = tablet.words
    world.go_to(f"{MONDAY} 15:01")
    asked, before = told(world), of_ana(world)
    tablet.follow("Back")
    tablet.do("skip")
    tablet.do("send")
    world.go_to(f"{MONDAY} 15:03")

    assert len(asked) >= 2
    assert MARCUS not in told(world)
    assert words not in before + of_ana(world)
    assert "We are telling" in page
    assert "Marcus" not in page + tablet.words
    assert not [one for one in alerts(world) if one.kind == "someone_hurt"]
    (sent, *_) = [one for one in alerts(world) if one.kind == "told"]
    assert words in Desk(world, "jo").open(f"/staff/check-ins/{sent.check_in_id}")


@pytest.mark.parametrize("words", WISHES)
def test_whoever_is_wished_for_is_asked(world: World, tablet: Tablet, words: str):
    say(tablet, words)
    world.go_to(f"{MONDAY} 15:01")

    assert MARCUS in told(world)
    assert words in of_ana(world)
