"""Dev writes "im ok now" while staff are being rung: whoever acts reads it, and he reads who comes."""

import pytest

from tests.conftest import World
from tests.journeys.doors import DEV, Phone
from tests.journeys.records import alerts, steps

NIGHT = "2026-10-19 20:05"  # a Monday: nothing asks him anything


@pytest.fixture
def phone(world: World) -> Phone:
    world.go_to(NIGHT)
    return Phone(world)


def heard(world: World) -> list[str]:
    """Return what stands on the call of what he texted since."""
    (call,) = alerts(world)
    return [words for _, what, words in steps(world, call) if what == "heard"]


@pytest.mark.parametrize("ok", ["im ok now", "I am ok now thanks", "im safe now ok"])
@pytest.mark.parametrize("cry", ["HELP", "HELP marcus is still here", "lena hit me"])
def test_who_acts_reads_that_he_is_ok_and_he_who_comes(phone: Phone, cry: str, ok: str):
    world = phone.world
    phone.arrives(cry)
    before = len(world.texts(DEV))

    phone.arrives(ok)

    assert heard(world)[-1] in (f'Texted: "{ok}"', "They texted more.")
    (answer,) = world.texts(DEV)[before:]
    assert "We are asking" in answer or "We are telling" in answer


@pytest.mark.parametrize("ok", ["ok", "ok thanks", "thanks"])
def test_ok_to_what_we_wrote_is_answered_by_nothing(phone: Phone, ok: str):
    world = phone.world
    phone.arrives("HELP")
    before = len(world.texts(DEV))

    phone.arrives(ok)

    assert world.texts(DEV)[before:] == []
    assert heard(world)[-1] == f'Texted: "{ok}"'
