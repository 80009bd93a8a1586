"""Whom the ladder names has no phone, has left, or cannot: whoever can is told, and a step says so."""

from typing import Unpack

from checkin.storage import staff as staff_kept
from checkin.storage.staff import StaffChange
from checkin.storage.transaction import kept_together
from tests.conftest import World
from tests.journeys.doors import DEV, LENA, MARCUS, Phone
from tests.journeys.records import alerts, steps

TUESDAY = "2026-10-20"
EIGHT = f"{TUESDAY} 08:00"
PRIYA = "+447700900101"
ALL_WITH_A_PHONE = {PRIYA, MARCUS, LENA}


def change(world: World, *who: str, **what: Unpack[StaffChange]) -> None:
    """Let this become of these members of staff (ids)."""
    with world.app.app_context(), kept_together():
        for one in who:
            staff_kept.change(one, **what)


def told_until(world: World, at: str) -> set[str]:
    """Let it be that time, and return which phones of staff, or outside, are told until then."""
    world.sent.clear()
    world.go_to(f"{TUESDAY} {at}")
    return {one.number for one in world.sent} - {DEV}


def last_words(world: World) -> str:
    """Return what the last step of the only alert says."""
    (alert,) = alerts(world)
    return steps(world, alert)[-1][2]


def test_where_the_manager_has_no_phone_who_is_on_shift_is_rung_then_all_who_can_be(world: World):
    change(world, world.cast.jo, phone=None)
    Phone(world).text(EIGHT, "HELP")

    assert told_until(world, "08:02") == {MARCUS}
    assert world.texts(DEV)[-1].startswith("Nobody has answered yet. We are trying Marcus.")
    assert told_until(world, "08:04") == ALL_WITH_A_PHONE
    assert told_until(world, "08:14") == ALL_WITH_A_PHONE  # and the second time


def test_what_is_soon_goes_on_from_a_manager_without_a_phone_too(world: World):
    change(world, world.cast.jo, phone=None)
    Phone(world).text(EIGHT, "call me")
    world.go_to(f"{TUESDAY} 08:05")

    assert told_until(world, "08:15") == {MARCUS}
    assert told_until(world, "08:25") == ALL_WITH_A_PHONE
    assert told_until(world, "08:35") == ALL_WITH_A_PHONE
