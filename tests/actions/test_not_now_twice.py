"""Ana says "Not now" twice: once counts, and nothing else moves."""

from datetime import timedelta

from checkin import clock
from checkin.storage.which_check_ins import check_ins_of, waiting_for
from tests.conftest import LONDON, World
from tests.journeys.doors import Tablet


def planned_after(world: World) -> list[tuple[str, str]]:
    """Return what is asked of Dev from now on."""
    with world.app.app_context():
        now = clock.now()
        rows = check_ins_of(world.cast.dev, now, now + timedelta(days=3))
        return [(one.asks, f"{one.due_at:%a %H:%M}") for one in rows if one.state != "cancelled"]


def test_not_now_from_two_pages_is_said_once(world: World) -> None:
    world.go_to("2026-10-20 08:31")
    one, other = Tablet(world, world.cast.devs_phone), Tablet(world, world.cast.devs_phone)
    for page in (one, other):
        page.open("/tablet/my-page")
        page.follow("Group day: am I ready?")
        page.follow("Not now")

    one.press("/not-now", ("choice", "tomorrow"))
    after = planned_after(world)
    other.press("/not-now", ("choice", "later_today"))

    assert planned_after(world) == after
    with world.app.app_context():
        waiting = [one.asks for one in waiting_for(world.cast.dev, clock.now())]
    assert "group_day" not in waiting  # nobody put it off to later today


def test_what_was_put_off_to_tomorrow_and_then_answered_is_not_asked_tomorrow(world: World) -> None:
    world.go_to("2026-10-20 08:31")
    tablet = Tablet(world, world.cast.devs_phone)
    before = planned_after(world)
    tablet.open("/tablet/my-page")
    tablet.follow("Group day: am I ready?")
    tablet.follow("Not now")
    tablet.press("/not-now", ("choice", "tomorrow"))
    tablet.do("start")
    while "send" not in str([one.buttons for one in tablet.page.forms.values()]):
        tablet.do("skip")
    tablet.do("send")

    assert planned_after(world) == before


def test_what_was_put_off_is_asked_again_from_its_first_page_and_may_be_put_off_again(
    world: World,
) -> None:
    world.go_to("2026-10-20 08:31")
    tablet = Tablet(world, world.cast.devs_phone)
    tablet.open("/tablet/my-page")
    tablet.follow("Group day: am I ready?")
    address = tablet.at
    tablet.follow("Not now")
    tablet.press("/not-now", ("choice", "later_today"))
    with world.app.app_context():
        (row,) = [one for one in waiting_for(world.cast.dev, clock.now()) if one.put_off_until]
        again = row.put_off_until

    world.go_to(f"{again.astimezone(LONDON):%Y-%m-%d %H:%M}")
    world.go_to(f"{again.astimezone(LONDON) + timedelta(minutes=1):%Y-%m-%d %H:%M}")
    tablet.open(address)

    tablet.follow("Not now")
    tablet.press("/not-now", ("choice", "not_this_time"))
    with world.app.app_context():
        assert waiting_for(world.cast.dev, clock.now()) == []
