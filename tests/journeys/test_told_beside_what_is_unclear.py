"""Ana told of her room, and skipped whom to keep it from. What she tells next is as clear as she says it."""

import pytest

from tests.conftest import World
from tests.journeys.doors import JO, LENA, MARCUS, Tablet
from tests.journeys.test_hurt_by_text import HOUSE, OUTSIDE, PRIYA

GROUP_DAYS = ("sat",)  # Dev stays at home
MONDAY = "2026-10-19"
LOCKS = "help priya locks me in my room"


@pytest.fixture(
    params=["I want to talk about my room", "marcus is loud at night", "priya made cake"]
)
def told(world: World, tablet: Tablet, request: pytest.FixtureRequest) -> Tablet:
    """She told it to Priya, on a Monday at three."""
    tell(tablet)
    tablet.do("skip")
    tablet.do("skip")
    tablet.write(request.param)
    tablet.pick(world.cast.priya)
    tablet.do("skip")
    tablet.do("send")
    world.go_to(f"{MONDAY} 15:10")
    world.sent.clear()
    return tablet


def tell(tablet: Tablet) -> None:
    tablet.open("/tablet/my-page")
    tablet.press("/tell-someone")
    tablet.do("start")


def rung(world: World) -> set[str]:
    return {one.number for one in world.sent}


def test_what_she_keeps_from_two_rings_the_others_who_work_here(world: World, told: Tablet):
    tell(told)
    told.pick(world.cast.priya, world.cast.marcus)
    told.do("skip")
    told.write(LOCKS)
    world.go_to(f"{MONDAY} 15:13")

    assert {JO, LENA} <= rung(world)
    assert {PRIYA, MARCUS}.isdisjoint(rung(world))
    assert "Jo" in told.words


def test_what_she_keeps_from_nobody_rings_all(world: World, told: Tablet):
    tell(told)
    told.pick("no_one")
    told.do("skip")
    told.write("help he grabbed me")
    world.go_to(f"{MONDAY} 15:13")

    assert rung(world) & HOUSE


def test_kept_from_one_and_then_again_it_is_for_the_others_here(world: World, told: Tablet):
    for words, at in (("help priya hurts me", "15:13"), ("help priya hit me again", "15:16")):
        world.sent.clear()
        tell(told)
        told.pick(world.cast.priya)
        told.do("skip")
        told.write(words)
        world.go_to(f"{MONDAY} {at}")

        assert {JO, LENA} & rung(world)


def test_kept_from_two_and_then_from_nobody_it_is_for_the_others_here(world: World, told: Tablet):
    tell(told)
    told.pick(world.cast.priya, world.cast.marcus)
    told.do("skip")
    told.write(LOCKS)
    world.go_to(f"{MONDAY} 15:13")
    world.sent.clear()
    tell(told)
    told.pick("no_one")
    told.do("skip")
    told.write("help he grabbed me")
    world.go_to(f"{MONDAY} 15:16")

    assert {JO, LENA} & rung(world)


def test_while_nobody_can_tell_who_hurt_her_it_is_for_those_outside(world: World, told: Tablet):
    tell(told)
    told.do("skip")
    told.do("skip")
    told.write("help he grabbed me")
    world.go_to(f"{MONDAY} 15:13")

    assert rung(world) >= OUTSIDE
