"""All who are rung of a hurt say that they cannot: others are rung at once, those outside right after."""

import pytest

from tests.conftest import World
from tests.journeys.doors import JO, LENA, MARCUS, Desk, Phone
from tests.journeys.test_hurt_by_text import (
    BY_MARCUS,
    OUTSIDE,
    PRIYA,
    TUESDAY,
    hurts,
    pages_of,
    phone,
    told,
)

__all__ = ["phone"]


def refuses(world: World, who: str) -> None:
    desk = Desk(world, who)
    desk.open(f"/staff/alerts/{hurts(world)[0].id}")
    desk.press("/refuse")
    world.settle()


def takes_and_gives_back(world: World, who: str) -> None:
    desk = Desk(world, who)
    desk.open(f"/staff/alerts/{hurts(world)[0].id}")
    desk.press("/take")
    desk.press("/give-back")
    world.settle()


@pytest.mark.parametrize("then", [refuses, takes_and_gives_back])
def test_after_lena_and_jo_priya_is_rung_at_once_and_those_outside_two_minutes_later(
    phone: Phone, then
):
    world = phone.world
    phone.arrives(BY_MARCUS)
    refuses(world, "lena")
    assert told(world) == {LENA, JO}
    world.sent.clear()
    then(world, "jo")

    assert told(world) == {PRIYA}
    world.sent.clear()
    world.go_to(f"{TUESDAY} 10:32")

    assert told(world) == {PRIYA} | OUTSIDE
    assert "hit me" not in pages_of(world, "marcus")


def test_once_nobody_is_left_it_rings_on_every_ten_minutes(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    for one in ("lena", "jo", "priya"):
        refuses(world, one)
    assert told(world) >= OUTSIDE
    world.sent.clear()
    world.go_to(f"{TUESDAY} 10:43")

    assert told(world) == OUTSIDE
    assert MARCUS not in told(world)
