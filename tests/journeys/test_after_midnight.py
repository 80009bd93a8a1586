"""Dev is asked late in the evening, and answers when the date is another one."""

from datetime import time

import pytest

from tests.conftest import World
from tests.journeys.doors import DEV, Phone
from tests.journeys.records import alerts
from tests.journeys.test_a_change_on_the_day import keep, times


@pytest.fixture
def phone(world: World) -> Phone:
    """Dev's phone, on a night on which he is asked whether he is home ten minutes before twelve."""
    world.go_to("2026-10-20 08:00")
    keep(world, times=times(world, home=time(23, 50)))
    phone = Phone(world)
    for moment, words in (("09:16", "ok"), ("10:01", "ok"), ("14:01", "ok")):
        world.go_to(f"2026-10-20 {moment}")
        phone.arrives(words)
    world.go_to("2026-10-21 00:05")
    return phone


def missed(world: World) -> list[str]:
    return [one.title for one in alerts(world) if one.kind == "missed_checkin"]


def test_late_after_midnight_moves_what_is_asked_now(world: World, phone: Phone) -> None:
    phone.arrives("LATE 20")
    world.go_to("2026-10-21 00:20")
    phone.arrives("LATE 20")

    waits = [one for one in world.texts(DEV) if "We will wait until" in one]
    assert [one[-6:] for one in waits] == ["00:25.", "00:45."]
    assert missed(world) == []


def test_ok_after_midnight_is_for_what_is_asked_now(world: World, phone: Phone) -> None:
    phone.arrives("ok")
    world.go_to("2026-10-21 02:00")

    assert missed(world) == []
