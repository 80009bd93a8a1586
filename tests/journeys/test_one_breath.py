"""Dev sends several texts in one breath: the last puts the first right, and nothing is added up."""

import pytest

from checkin.storage.tables import CheckInRow
from tests.conftest import World
from tests.journeys.doors import DEV, Phone
from tests.journeys.records import alerts, at, check_in

TUESDAY = "2026-10-20"


@pytest.fixture
def phone(world: World) -> Phone:
    """Dev's phone, on the morning of a group day."""
    world.go_to(f"{TUESDAY} 08:30")
    return Phone(world)


def point(world: World, key: str) -> CheckInRow:
    slot = {"leave": "09:15", "arrive": "10:00", "home": "16:00"}[key]
    return check_in(world, world.cast.dev, f"{TUESDAY}T{slot}", key)


@pytest.mark.parametrize(
    "said",
    [
        ("LATE", "late 20", "ok but bus is late"),
        ("late", "20"),
        ("late 20", "late"),
        ("late 90", "late 20"),
    ],
)
def test_late_in_one_breath_is_one_wait(world: World, phone: Phone, said: tuple[str, ...]):
    for number, words in enumerate(said):
        phone.text(f"{TUESDAY} 09:17:{3 * number:02}", words)

    leave, arrive = point(world, "leave"), point(world, "arrive")
    assert (at(leave.due_at), leave.late_minutes) == ("Tue 09:37:00", 20)
    assert (at(arrive.due_at), arrive.late_minutes) == ("Tue 10:20:00", 0)
    assert world.texts(DEV)[-1] == "Thanks Dev. We will wait until 09:37."
    assert alerts(world, task=True) == []


def test_late_a_minute_after_late_is_more_time(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 09:17:00", "late")
    phone.text(f"{TUESDAY} 09:18:00", "late 20")

    assert point(world, "leave").late_minutes == 35


def test_here_too_early_for_the_next_is_answered_with_when_we_ask_again(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 09:16", "ok")
    phone.text(f"{TUESDAY} 09:37", "here")

    assert world.texts(DEV)[-2:] == ["Thanks Dev.", "Thanks Dev. We ask you again at 10:00."]


def test_ok_after_the_last_of_the_day_is_thanked_for(world: World, phone: Phone):
    phone.text(f"{TUESDAY} 16:02", "ok")
    phone.text(f"{TUESDAY} 16:30", "home")

    assert world.texts(DEV)[-2:] == ["Thanks Dev.", "Thanks Dev."]
