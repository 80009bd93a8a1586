"""Dev called, and ten minutes on writes "not Lena pls": others are asked at once, and what comes then is of the call."""

import pytest

from tests.conftest import World
from tests.journeys.doors import DEV, JO, LENA, MARCUS, Phone

NIGHT = "2026-10-19 19:00"  # a Monday: nothing asks him anything


@pytest.mark.parametrize("call", ["HELP", "call me"])
@pytest.mark.parametrize("minute", ["19:01", "19:10"])
def test_others_are_asked_at_once_however_long_it_rings(world: World, call: str, minute: str):
    world.go_to(NIGHT)
    phone = Phone(world)
    phone.arrives(call)
    world.go_to(f"2026-10-19 {minute}")
    world.sent.clear()
    phone.arrives("Not Lena pls")
    world.settle()

    rung = {one.number for one in world.sent} - {DEV}
    assert rung & {JO, MARCUS}
    assert LENA not in rung
    assert "We are" in world.texts(DEV)[-1]
    assert "21:30" not in world.texts(DEV)[-1]
    phone.arrives("please hurry")
    world.settle()
    assert "We are" in world.texts(DEV)[-1]
    assert "21:30" not in world.texts(DEV)[-1]
