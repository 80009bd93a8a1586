"""What somebody began on a device that is not known for hers is not Ana's to carry on elsewhere."""

import pytest

from checkin.storage.tables import CheckInRow
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import kept
from tests.journeys.test_from_which_device import NOT_HERS, NOT_KNOWN
from tests.journeys.test_own_devices import known, let_in
from tests.journeys.test_whose_device import ana_says

GROUP_DAYS = ("sat",)  # Dev stays at home
HOW = ("flow", "how_i_am")


@pytest.fixture
def phone(world: World, tablet: Tablet) -> Tablet:
    """Marcus made the code, and typed it into a browser of his own."""
    return Tablet(world, let_in(world, world.cast.marcus))


def begins(there: Tablet) -> str:
    """Say "Not good" there, and leave it; return its address."""
    there.open("/tablet/my-page")
    there.press("/begin", HOW)
    there.do("start")
    there.pick("not_good")
    return there.at


def test_what_was_begun_there_is_no_card_of_hers_in_the_lounge(tablet: Tablet, phone: Tablet):
    at = begins(phone)

    assert "You have begun" not in tablet.open("/tablet/my-page")
    assert "not good" not in tablet.open(at).lower()
    assert "Hello Ana." in tablet.words
    assert "You have begun" in phone.open("/tablet/my-page")


def test_once_she_said_no_it_is_still_no_card_of_hers(tablet: Tablet, phone: Tablet):
    begins(phone)
    ana_says(tablet, "no")

    assert "You have begun" not in tablet.open("/tablet/my-page")


def test_what_she_begins_herself_is_another_one(world: World, tablet: Tablet, phone: Tablet):
    begins(phone)
    begins(tablet)
    first, hers = kept(world, CheckInRow, asks="how_i_am")

    assert first.device_id != hers.device_id
    assert "You have begun" in tablet.open("/tablet/my-page")


def test_a_telling_that_was_only_opened_there_is_begun_anew_in_the_lounge(
    world: World, tablet: Tablet, phone: Tablet
):
    phone.press("/tell-someone")
    phone.do("start")
    tablet.open("/tablet/my-page")
    tablet.press("/tell-someone")
    tablet.do("start")

    assert len(kept(world, CheckInRow, asks="tell_someone")) == 2


def test_on_a_phone_that_is_known_for_hers_she_goes_on_in_the_lounge(world: World, tablet: Tablet):
    own = Tablet(world, known(world, world.cast.marcus, second=world.cast.jo))
    begins(own)

    assert "You have begun" in tablet.open("/tablet/my-page")


def test_staff_read_from_which_device_what_is_begun_came(
    world: World, tablet: Tablet, phone: Tablet
):
    begins(phone)
    lena = Desk(world, "lena")
    page = f"/staff/people/{world.cast.ana}"

    assert f"Begun, not finished yet. {NOT_KNOWN}" in lena.open(page)
    ana_says(tablet, "no")
    assert f"Begun, not finished yet. {NOT_HERS}" in lena.open(page)


def test_of_what_is_begun_in_the_lounge_staff_read_no_device(world: World, tablet: Tablet):
    begins(tablet)

    said = Desk(world, "lena").open(f"/staff/people/{world.cast.ana}")
    assert "Begun, not finished yet." in said
    assert "which Priya let in" not in said
