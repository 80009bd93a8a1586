"""What came from a device that Marcus let in as Ana's own: nobody knows that she wrote it, and staff read so."""

import pytest

from checkin import clock
from checkin.actions.own_devices import clear_device, not_mine, say_it_is_theirs
from checkin.actions.take_back import take_back
from checkin.actions.turn_away_device import turn_away_device
from checkin.storage import devices
from checkin.storage.tables import AlertRow, CheckInRow
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import kept
from tests.journeys.test_own_devices import HARD, known, let_in, tell
from tests.journeys.test_whose_device import ana_says, the_phone

GROUP_DAYS = ("sat",)  # Dev stays at home

LET_IN = "From Ana's phone, which Marcus let in on Mon 19 Oct."
NOT_KNOWN = f"{LET_IN} It is not known to be Ana's."
NOT_HERS = f"{LET_IN} Ana says that this device is not theirs. Nobody knows who wrote this."
DENIED = "Ana says that a device is not theirs: Ana's phone."
LISTED = "What was sent from it"


@pytest.fixture
def phone(world: World, tablet: Tablet) -> Tablet:
    """Marcus made the code, and typed it into a browser of his own."""
    return Tablet(world, let_in(world, world.cast.marcus))


def tells(phone: Tablet) -> str:
    """Tell on it, kept from Priya, and return the id of the check-in."""
    phone.open("/tablet/my-page")
    phone.press("/tell-someone")
    phone.do("start")
    phone.pick(phone.world.cast.priya)
    phone.pick("wrong")
    phone.write(HARD)
    phone.do("skip")
    phone.pick("listen")
    phone.do("send")
    phone.do("skip")
    (row,) = kept(phone.world, CheckInRow, asks="tell_someone")
    assert row.sent_at
    return row.id


def pages_of(world: World, check_in_id: str) -> list[str]:
    """Return the addresses on which Jo reads what was sent, or of it."""
    (alert,) = kept(world, AlertRow, check_in_id=check_in_id, kind="someone_hurt")
    ana = world.cast.ana
    return [
        f"/staff/check-ins/{check_in_id}",
        f"/staff/alerts/{alert.id}",
        "/staff/",
        "/staff/handover",
        f"/staff/people/{ana}",
        f"/staff/people/{ana}/said",
    ]


def test_each_page_says_from_which_device_it_came(world: World, phone: Tablet):
    check_in, jo = tells(phone), Desk(world, "jo")
    pages = pages_of(world, check_in)

    assert [page for page in pages if NOT_KNOWN not in jo.open(page)] == []


def test_once_she_said_no_each_page_says_that_nobody_knows_who_wrote_it(
    world: World, tablet: Tablet, phone: Tablet
):
    check_in = tells(phone)
    ana_says(tablet, "no")
    jo = Desk(world, "jo")

    assert [one for one in pages_of(world, check_in) if NOT_HERS not in jo.open(one)] == []
    assert HARD in jo.open(f"/staff/people/{world.cast.ana}/said")
    (alert,) = kept(world, AlertRow, check_in_id=check_in, kind="someone_hurt")
    assert alert.state == "open"


def test_that_she_does_not_know_is_said_so(world: World, tablet: Tablet, phone: Tablet):
    check_in = tells(phone)
    ana_says(tablet, "dont_know")

    says = "Ana does not know whether this device is theirs. Nobody knows who wrote this."
    assert says in Desk(world, "jo").open(f"/staff/check-ins/{check_in}")


def test_turned_away_by_jo_it_was_never_known(world: World, phone: Tablet):
    check_in = tells(phone)
    with world.app.app_context():
        turn_away_device(the_phone(world).id, world.cast.jo, clock.now())

    says = f"{LET_IN} It was turned away, and was never known to be Ana's."
    assert says in Desk(world, "jo").open(f"/staff/check-ins/{check_in}")


def test_once_it_is_known_for_hers_what_came_before_is_hers(world: World, phone: Tablet):
    check_in = tells(phone)
    own = the_phone(world)
    with world.app.app_context():
        lounge = devices.device_by_token(world.cast.house_tablet)
        assert lounge
        say_it_is_theirs(world.cast.ana, own.id, lounge, clock.now())
        clear_device(own.id, world.cast.jo, clock.now())

    assert LET_IN not in Desk(world, "jo").open(f"/staff/check-ins/{check_in}")


def test_of_one_that_was_known_for_hers_she_can_say_no_later(world: World):
    own = Tablet(world, known(world, world.cast.marcus, second=world.cast.jo))
    check_in, jo = tells(own), Desk(world, "jo")
    assert LET_IN not in jo.open(f"/staff/check-ins/{check_in}")
    with world.app.app_context():
        not_mine(world.cast.ana, the_phone(world).id, clock.now())

    assert NOT_HERS in jo.open(f"/staff/check-ins/{check_in}")


def test_on_a_tablet_of_many_nothing_is_said(world: World, tablet: Tablet):
    tell(tablet)
    (row,) = kept(world, CheckInRow, asks="tell_someone")

    said = Desk(world, "jo").open(f"/staff/check-ins/{row.id}")
    assert HARD in said
    assert "which Priya let in" not in said


def the_task(world: World, who: str) -> str:
    (alert,) = kept(world, AlertRow, title=DENIED)
    return Desk(world, who).open(f"/staff/alerts/{alert.id}")


def test_the_task_lists_what_was_sent_from_it_by_kind_and_time(
    world: World, tablet: Tablet, phone: Tablet
):
    world.go_to("2026-10-19 16:00")
    tells(phone)
    ana_says(tablet, "no")

    assert f"{LISTED} Tell someone, sent at 16:00." in the_task(world, "jo")
    assert HARD not in the_task(world, "jo")


def test_what_was_taken_back_is_not_on_that_list(world: World, tablet: Tablet, phone: Tablet):
    check_in = tells(phone)
    with world.app.app_context():
        assert take_back(check_in, clock.now())
    ana_says(tablet, "no")

    assert f"{LISTED} Nothing that you may read." in the_task(world, "jo")


def test_whom_it_is_kept_from_reads_the_same_as_if_nothing_was_sent(
    world: World, tablet: Tablet, phone: Tablet
):
    phone.press("/begin", ("flow", "how_i_am"))
    ana_says(tablet, "no")
    before = the_task(world, "priya")

    assert f"{LISTED} Nothing that you may read." in before


def test_whom_it_is_kept_from_finds_it_on_no_list(world: World, tablet: Tablet, phone: Tablet):
    tells(phone)
    ana_says(tablet, "no")

    assert f"{LISTED} Nothing that you may read." in the_task(world, "priya")


def test_her_page_does_not_say_that_she_said_it(world: World, tablet: Tablet, phone: Tablet):
    phone.press("/begin", ("flow", "how_i_am"))
    phone.do("start")
    phone.pick("not_good")
    phone.write("can we go to the sea")
    phone.do("skip")
    phone.do("send")
    phone.do("skip")

    assert "Nobody knows yet if it is yours." in tablet.open("/tablet/you-said")
    assert "Someone said" in tablet.words
    ana_says(tablet, "no")
    assert "This came from a device that is not yours." in tablet.open("/tablet/you-said")
    assert "can we go to the sea" in tablet.words


def test_what_was_left_there_says_so_to_those_outside(world: World, phone: Tablet):
    phone.press("/tell-someone")
    phone.do("start")
    phone.pick(world.cast.priya)
    phone.pick("hurt")
    phone.write(HARD)
    phone.do("stop")
    phone.press("/stop", ("choice", "throw_away"))
    phone.press("/throw-away", ("choice", "throw_away"))

    (alert,) = kept(world, AlertRow, kind="left_unsent")
    outside = Desk(world, "lead@safeguarding.example")
    assert NOT_KNOWN in outside.open(f"/staff/alerts/{alert.id}")
