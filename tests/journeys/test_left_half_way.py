"""Ana leaves her morning half way, or finds an old page of it: nothing is lost, and nothing is said wrong."""

import pytest

from checkin import clock
from tests.conftest import World, london
from tests.journeys.doors import Desk, Phone, Tablet

MORNING = "How was my morning?"
OLD_SENT = "Your answers were sent."


@pytest.fixture
def tablet(world: World) -> Tablet:
    """The tablet in the lounge, where Ana's morning waits until half past one; Dev stays in."""
    Phone(world).text("2026-10-20 08:31", "not going")
    world.go_to("2026-10-20 10:35")
    return Tablet(world, world.cast.house_tablet, world.cast.ana)


def old_tab(tablet: Tablet) -> Tablet:
    """Open the page that asks whether to throw it all away in a second tab."""
    old = Tablet(tablet.world, tablet.world.cast.house_tablet)
    old.client = tablet.client  # of one browser, in one sitting
    old.open(f"{tablet.at}/throw-away")
    return old


def answered(tablet: Tablet) -> None:
    tablet.begin(MORNING)
    tablet.pick("not_good")
    tablet.pick("all")


def test_throwing_away_what_was_sent_meanwhile_says_that_it_was_sent(tablet: Tablet):
    answered(tablet)
    old = old_tab(tablet)
    tablet.do("send")

    old.press("/throw-away", ("choice", "throw_away"))
    assert OLD_SENT in old.words
    assert OLD_SENT in old.open(f"{tablet.at}/throw-away")
    assert "Nobody will see them." not in old.words

    old.press("/take-back", ("choice", "take_back"))
    assert "OK. You took it back." in old.words


def test_what_somebody_has_read_is_talked_about(world: World, tablet: Tablet):
    answered(tablet)
    tablet.do("send")
    check_in = tablet.at.rsplit("/", 1)[-1]
    Desk(world, "priya").open(f"/staff/check-ins/{check_in}")

    tablet.open(f"{tablet.at}/throw-away")

    assert "Someone has read them." in tablet.words
    tablet.press("/changed-my-mind")
    assert "Tell someone" in tablet.words


def test_what_was_thrown_away_already_is_not_thrown_away_again(tablet: Tablet):
    answered(tablet)
    old = old_tab(tablet)
    address = old.at
    old.press("/throw-away", ("choice", "throw_away"))

    assert "Throw your answers away?" not in tablet.open(address)
    assert OLD_SENT not in tablet.words


def carry_on_later(tablet: Tablet) -> None:
    tablet.begin(MORNING)
    tablet.pick("not_good")
    tablet.do("stop")
    tablet.press("/stop", ("choice", "carry_on_later"))


def test_what_was_begun_waits_past_its_time(world: World, tablet: Tablet):
    carry_on_later(tablet)
    world.go_to("2026-10-20 13:31")

    assert MORNING in tablet.open("/tablet/my-page")
    assert "You have begun. Carry on." in tablet.words
    tablet.follow(MORNING)
    tablet.do("start")
    tablet.pick("all")
    tablet.do("send")
    assert MORNING not in tablet.open("/tablet/my-page")


def test_it_waits_the_day_after_too_and_says_of_which_day_it_is(world: World, tablet: Tablet):
    carry_on_later(tablet)
    world.go_to("2026-10-20 23:59")
    again = Tablet(world, world.cast.house_tablet, world.cast.ana)
    assert "You have begun. Carry on." in again.words

    world.go_to("2026-10-21 00:01")
    assert "You began on Tuesday. Carry on." in again.open("/tablet/my-page")
    clock.stop_at(london("2026-11-04 09:00"))
    assert "You began on Tuesday 20 October. Carry on." in again.open("/tablet/my-page")


def test_what_she_throws_away_after_its_time_is_gone(world: World, tablet: Tablet):
    carry_on_later(tablet)
    world.go_to("2026-10-20 13:31")
    tablet.open("/tablet/my-page")
    tablet.follow(MORNING)
    tablet.do("start")
    tablet.do("stop")
    tablet.press("/stop", ("choice", "throw_away"))
    tablet.press("/throw-away", ("choice", "throw_away"))

    assert MORNING not in tablet.open("/tablet/my-page")


def test_staff_read_that_it_was_begun_and_not_what_was_said(world: World, tablet: Tablet):
    carry_on_later(tablet)
    marcus = Desk(world, "marcus")
    assert "Begun, not finished yet." in marcus.open(f"/staff/people/{world.cast.ana}")

    world.go_to("2026-10-20 13:31")
    marcus = Desk(world, "marcus")
    page = marcus.open(f"/staff/people/{world.cast.ana}")
    assert "Begun, not finished by 13:30." in page
    assert "No answer by 13:30" not in page
    assert "Not good" not in page


def test_not_now_is_not_begun(world: World, tablet: Tablet):
    tablet.open("/tablet/my-page")
    tablet.follow(MORNING)
    tablet.follow("Not now")
    tablet.press("/not-now", ("choice", "later_today"))

    assert MORNING in tablet.open("/tablet/my-page")
    assert "You have begun" not in tablet.words
