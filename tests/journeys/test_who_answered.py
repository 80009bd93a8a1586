"""Who answered is true, and what was sent on a tablet of many is nobody else's to look at."""

import pytest

from checkin.storage.tables import CheckInRow
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import kept

MORNING = "How was my morning?"
ALONE = "I did it on my own"


def to_how_done(tablet: Tablet) -> CheckInRow:
    """Answer two questions, and send."""
    tablet.world.go_to("2026-10-20 10:35")
    tablet.begin(MORNING)
    tablet.pick("good")
    tablet.pick("all")
    tablet.do("send")
    return at(tablet)


def at(tablet: Tablet) -> CheckInRow:
    (row,) = kept(tablet.world, CheckInRow, id=tablet.at.split("/")[3])
    return row


def posted(tablet: Tablet) -> dict[str, str]:
    """What the page that is open sends along."""
    form = next(one for one in tablet.page.forms.values() if "at" in one.fields)
    return form.fields.to_dict()


def how_sent(world: World, row: CheckInRow) -> tuple[str | None, str | None]:
    (now,) = kept(world, CheckInRow, id=row.id)
    return now.done, now.helper


@pytest.fixture
def beside_priya(world: World) -> Tablet:
    """The tablet in the lounge, in whose browser Priya has signed in, and Ana tapped her photo."""
    priya = Desk(world, "priya")
    tablet = Tablet(world, world.cast.house_tablet)
    priya.client.set_cookie("tablet_device", world.cast.house_tablet, path="/tablet")
    tablet.client = priya.client
    tablet.open("/tablet/")
    tablet.press("/tablet/", ("person", world.cast.ana))
    return tablet


def test_where_staff_are_signed_in_nobody_answers_by_herself(world: World, beside_priya: Tablet):
    row = to_how_done(beside_priya)

    assert "Staff are signed in here. How did you do this?" in beside_priya.words
    assert ALONE not in beside_priya.words
    assert how_sent(world, row) == ("helped", "Priya")  # though nobody says it


def test_by_myself_is_not_taken_there_however_often_it_is_pressed(
    world: World, beside_priya: Tablet
):
    row, page = to_how_done(beside_priya), beside_priya.at
    form = posted(beside_priya)
    for address in (page, f"{page}/who-helped/self", page):
        beside_priya.client.post(address, data={**form, "choice": "self", "do": "next"})

    assert how_sent(world, row) == ("helped", "Priya")
    assert "How did you do this?" in beside_priya.open(page)


def test_who_did_it_for_her_is_said_there(world: World, beside_priya: Tablet):
    row = to_how_done(beside_priya)
    beside_priya.pick("by_other")
    beside_priya.press("/who-helped/by_other", ("choice", "Marcus"))

    assert how_sent(world, row) == ("by_other", "Marcus")


def test_on_her_own_it_is_by_herself(world: World, tablet: Tablet):
    row = to_how_done(tablet)
    tablet.pick("self")

    assert how_sent(world, row) == ("self", None)


def next_one_taps_her_photo(tablet: Tablet) -> None:
    tablet.open("/tablet/")
    tablet.press("/tablet/", ("person", tablet.world.cast.ana))


def test_whoever_sent_it_may_take_it_back(world: World, tablet: Tablet):
    row = to_how_done(tablet)
    tablet.pick("self")
    tablet.press("/take-back")

    assert "OK. You took it back." in tablet.words
    assert kept(world, CheckInRow, id=row.id)[0].taken_back_at


def test_whoever_taps_her_photo_next_reads_and_takes_back_nothing(world: World, tablet: Tablet):
    row = to_how_done(tablet)
    tablet.pick("self")
    end = tablet.at
    take_back = next(form for form in tablet.page.forms.values() if "take-back" in form.action)

    next_one_taps_her_photo(tablet)
    for page in ("", "/so-far", "/throw-away", "/own-words"):
        assert "Hello Ana." in tablet.open(f"{end}{page}")
    tablet.client.post(take_back.action, data=take_back.fields.to_dict())

    assert kept(world, CheckInRow, id=row.id)[0].taken_back_at is None
    assert "999" in tablet.open(f"{end}/help")  # Help is there from every page


def test_whoever_taps_her_photo_next_does_not_say_how_she_did_it(world: World, tablet: Tablet):
    row, page = to_how_done(tablet), tablet.at
    form = posted(tablet)
    next_one_taps_her_photo(tablet)

    tablet.client.post(page, data={**form, "choice": "self", "do": "next"})

    assert how_sent(world, row) == (None, None)


def test_on_a_device_of_ones_own_it_can_be_looked_at_later(world: World):
    world.go_to("2026-10-20 08:31")
    phone = Tablet(world, world.cast.devs_phone)
    phone.begin("Group day: am I ready?")
    phone.pick("going")
    phone.do("stop")
    phone.press("/stop", ("choice", "finish_now"))
    phone.pick("self")

    again = Tablet(world, world.cast.devs_phone)
    assert "Thank you" in again.open(phone.at)
    assert "Take it back" in again.words
