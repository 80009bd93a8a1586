"""Somebody puts a check-in off until tomorrow: it comes on the next day, at its time of day."""

import pytest

from checkin.storage.tables import CheckInRow
from tests.conftest import World
from tests.journeys.doors import Tablet
from tests.journeys.records import at, kept

GROUP_DAYS = ("sat",)
SATURDAY = "2026-10-24"  # in that night the clocks go back


def asked_again(world: World, asks: str) -> list[tuple[str, str]]:
    """Return from when and until when it is asked again."""
    rows = kept(world, CheckInRow, asks=asks)
    again = [one for one in rows if (one.plan_key or "").startswith("again:")]
    return [(at(one.due_at), at(one.deadline_at)) for one in again if one.state != "cancelled"]


def put_off_until_tomorrow(tablet: Tablet) -> None:
    tablet.follow("Not now")
    tablet.press("/not-now", ("choice", "tomorrow"))


def test_tomorrow_is_the_same_time_by_the_clock_on_the_wall(world: World) -> None:
    world.go_to(f"{SATURDAY} 08:31")
    tablet = Tablet(world, world.cast.devs_phone)
    tablet.open("/tablet/my-page")
    tablet.follow("Group day: am I ready?")
    put_off_until_tomorrow(tablet)

    assert asked_again(world, "group_day") == [("Sun 08:30:00", "Sun 12:00:00")]
    slots = [one.local_slot for one in kept(world, CheckInRow, asks="group_day")]
    assert "2026-10-25T08:30" in slots


@pytest.mark.parametrize(
    ("begun", "said", "again"),
    [
        ("2026-10-19 23:50", "2026-10-19 23:51", "Tue 09:00:00"),
        ("2026-10-19 15:00", "2026-10-21 15:00", "Thu 09:00:00"),
    ],
)
def test_what_ana_began_herself_comes_on_the_next_morning(
    world: World, begun: str, said: str, again: str
) -> None:
    world.go_to(begun)
    tablet = Tablet(world, world.cast.house_tablet, world.cast.ana)
    tablet.press("/tell-someone")
    begun_at = tablet.at
    world.go_to(said)
    tablet = Tablet(world, world.cast.house_tablet, world.cast.ana)
    tablet.open(begun_at)
    put_off_until_tomorrow(tablet)

    assert asked_again(world, "tell_someone") == [(again, "")]


def test_what_is_asked_tomorrow_anyway_is_asked_once(world: World) -> None:
    world.go_to("2026-10-19 10:31")
    tablet = Tablet(world, world.cast.house_tablet, world.cast.ana)
    tablet.follow("How was my morning?")
    put_off_until_tomorrow(tablet)
    world.go_to("2026-10-19 11:00")

    rows = kept(world, CheckInRow, asks="my_morning_daily")
    assert [at(one.due_at) for one in rows if at(one.due_at)[:3] == "Tue"] == ["Tue 10:30:00"]
