"""Help keeps on which device it was pressed, and when: staff go where she is, and not to the lounge."""

import pytest

from checkin import clock
from checkin.actions.own_devices import clear_device, not_mine, say_it_is_theirs
from checkin.storage import devices
from checkin.storage.tables import HelpPressRow
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import kept
from tests.journeys.test_own_devices import known, let_in
from tests.journeys.test_whose_device import the_phone

GROUP_DAYS = ("sat",)  # Dev stays at home
CALL = "Ana asked for help or is not OK."
ON_PHONE = "Pressed Help on Ana's phone at 15:10"
ON_BOTH = f"{ON_PHONE}, and on Tablet in the lounge at 15:00."
NOT_KNOWN = "Ana's phone is not known to be Ana's."
NO_PLACE = "Ana has no phone. This came on Ana's phone at 15:10: that is no place to go to."


@pytest.fixture
def phone(world: World) -> Tablet:
    """Marcus made the code, and typed it into a browser of his own."""
    return Tablet(world, let_in(world, world.cast.marcus))


def presses_help(tablet: Tablet, at: str) -> None:
    tablet.world.go_to(f"2026-10-19 {at}")
    tablet.open("/tablet/help")
    tablet.press("/help", ("choice", "person"))


def the_call(world: World) -> str:
    """Return the page of the call, as Marcus reads it."""
    marcus = Desk(world, "marcus")
    return marcus.follow(CALL)


def test_pressed_in_the_lounge_staff_go_to_the_lounge(world: World, tablet: Tablet):
    presses_help(tablet, "15:00")

    said = the_call(world)
    assert "Pressed Help on Tablet in the lounge at 15:00." in said
    assert "This came on Tablet in the lounge at 15:00. Go there." in said


def test_pressed_on_her_phone_after_that_staff_read_both_and_that_a_phone_is_no_place(
    world: World, tablet: Tablet, phone: Tablet
):
    presses_help(tablet, "15:00")
    presses_help(phone, "15:10")

    said = the_call(world)
    assert f"{ON_BOTH} {NOT_KNOWN}" in said
    assert f"{NO_PLACE} Before, it came on Tablet in the lounge at 15:00. Go there first." in said


def test_the_list_and_the_handover_say_so_too(world: World, tablet: Tablet, phone: Tablet):
    presses_help(tablet, "15:00")
    presses_help(phone, "15:10")
    marcus = Desk(world, "marcus")

    for page in ("/staff/", "/staff/handover"):
        assert f"{ON_BOTH} {NOT_KNOWN}" in marcus.open(page)


def test_pressed_in_the_lounge_again_staff_go_there_and_each_press_is_kept(
    world: World, tablet: Tablet, phone: Tablet
):
    presses_help(tablet, "15:00")
    presses_help(phone, "15:10")
    presses_help(tablet, "15:20")

    said = the_call(world)
    assert "on Tablet in the lounge at 15:20, and on Ana's phone at 15:10." in said
    assert "This came on Tablet in the lounge at 15:20. Go there." in said
    assert len(kept(world, HelpPressRow)) == 3


def test_pressed_first_on_her_phone_nobody_is_sent_to_a_tablet(world: World, phone: Tablet):
    presses_help(phone, "15:10")

    said = the_call(world)
    assert f"{NO_PLACE} Find Ana." in said
    assert "Go there" not in said


def test_once_she_said_that_it_is_not_hers_the_call_says_that_nobody_knows(
    world: World, phone: Tablet
):
    presses_help(phone, "15:10")
    with world.app.app_context():
        not_mine(world.cast.ana, the_phone(world).id, clock.now())

    says = "Ana says that Ana's phone is not theirs. Nobody knows who pressed."
    assert f"{ON_PHONE}. {says}" in the_call(world)


def test_on_a_phone_that_is_known_for_hers_it_is_still_no_place(world: World):
    own = Tablet(world, known(world, world.cast.marcus, second=world.cast.jo))
    presses_help(own, "15:10")

    said = the_call(world)
    assert f"{ON_PHONE}." in said
    assert NOT_KNOWN not in said
    assert f"{NO_PLACE} Find Ana." in said


def test_once_it_is_known_for_hers_a_press_of_before_is_hers(world: World, phone: Tablet):
    presses_help(phone, "15:10")
    with world.app.app_context():
        lounge = devices.device_by_token(world.cast.house_tablet)
        own = the_phone(world).id
        assert lounge
        say_it_is_theirs(world.cast.ana, own, lounge, clock.now())
        clear_device(own, world.cast.jo, clock.now())

    assert NOT_KNOWN not in the_call(world)


def cries(there: Tablet, at: str) -> None:
    """Write there that she is scared; nothing is sent."""
    there.world.go_to(f"2026-10-19 {at}")
    there.open("/tablet/my-page")
    there.press("/begin", ("flow", "how_i_am"))
    there.do("start")
    there.pick("not_good")
    there.write("im scared please ring me")


def test_her_own_words_on_her_phone_send_nobody_to_a_tablet(world: World):
    own = Tablet(world, known(world, world.cast.marcus, second=world.cast.jo))
    cries(own, "15:10")

    said = Desk(world, "marcus").follow("Ana asked for a person.")
    assert "Wrote it on Ana's phone at 15:10." in said
    assert f"{NO_PLACE} Find Ana." in said


def test_her_own_words_after_a_press_of_help_say_where_she_is_now(
    world: World, tablet: Tablet, phone: Tablet
):
    presses_help(tablet, "15:00")
    cries(phone, "15:10")

    said = the_call(world)
    on = "Pressed Help on Tablet in the lounge at 15:00. Wrote it on Ana's phone at 15:10."
    assert f"{on} {NOT_KNOWN}" in said
    assert f"{NO_PLACE} Before, it came on Tablet in the lounge at 15:00. Go there first." in said
