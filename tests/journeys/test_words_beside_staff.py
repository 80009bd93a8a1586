"""Lena signs in beside Ana, who told of her, and writes on the page that is open: staff read who was there."""

import pytest

from checkin.storage.tables import CheckInRow
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import kept
from tests.journeys.test_a_telling_is_of_its_sitting import HARD, begin, of_her_own
from tests.journeys.test_beside_staff import signs_in_here
from tests.journeys.test_said_before_at_a_tablet_of_many import signs_out, taps_her_photo

GROUP_DAYS = ("sat",)  # Dev stays at home

TAKEN_BACK = "sorry I made that up"
LENA_WAS = "Lena was signed in there when this was"
IN_SHORT = "Lena was signed in there when some of this was said."


def write_beside(tablet: Tablet, who: str, words: str = TAKEN_BACK) -> str:
    """Tell, kept from Lena, and write on the page that was open as somebody signs in; return where."""
    left = begin(tablet, tablet.world.cast.lena)
    tablet.do("back")
    tablet.follow("Write")
    tablet.world.go_to("2026-10-19 16:00")
    signs_in_here(tablet, who)
    tablet.press("", words=words)
    return left


def told_by_lounge(tablet: Tablet, who: str = "lena") -> CheckInRow:
    left = write_beside(tablet, who)
    signs_out(tablet)
    tablet.open(left)
    taps_her_photo(tablet)
    tablet.press("/stop", ("choice", "finish_now"))
    (row,) = kept(tablet.world, CheckInRow, asks="tell_someone")
    assert row.sent_at
    return row


def test_what_was_added_stands_apart_with_its_time_and_who_was_there(world: World, tablet: Tablet):
    check_in = told_by_lounge(tablet)
    page = Desk(world, "jo").open(f"/staff/check-ins/{check_in.id}")

    assert f"{TAKEN_BACK} 16:00 {LENA_WAS} added." in page
    assert page.index(HARD) < page.index(TAKEN_BACK)
    assert page.count(LENA_WAS) == 1
    assert IN_SHORT in Desk(world, "jo").open(f"/staff/people/{world.cast.ana}/said")


def test_whom_it_is_kept_from_reads_nothing_of_that(world: World, tablet: Tablet):
    told_by_lounge(tablet)

    lena = Desk(world, "lena")
    for page in ("/staff/", f"/staff/people/{world.cast.ana}/said"):
        assert "was signed in there" not in lena.open(page)


def test_of_whoever_it_is_not_kept_from_nothing_is_said(world: World, tablet: Tablet):
    check_in = told_by_lounge(tablet, who="priya")
    page = Desk(world, "jo").open(f"/staff/check-ins/{check_in.id}")

    assert TAKEN_BACK in page
    assert "was signed in there" not in page


def test_on_a_device_of_her_own_too_it_stands_in_place_of_nothing(world: World, tablet: Tablet):
    of_her_own(world)
    left = write_beside(tablet, "lena")
    signs_out(tablet)
    tablet.open(left)

    assert HARD in tablet.open(f"{left}/so-far")
    assert TAKEN_BACK in tablet.words


@pytest.mark.parametrize("words", ["first words", f"{HARD} not really"])
def test_whatever_is_written_then_is_marked(world: World, tablet: Tablet, words: str):
    left = write_beside(tablet, "lena", words)
    signs_out(tablet)
    tablet.open(left)
    taps_her_photo(tablet)
    tablet.press("/stop", ("choice", "finish_now"))
    (row,) = kept(world, CheckInRow, asks="tell_someone")

    assert f"{LENA_WAS} added." in Desk(world, "jo").open(f"/staff/check-ins/{row.id}")
