"""What came from a device that Marcus let in as Ana's own: nobody knows that she wrote it, and staff read so."""

import pytest

from checkin import clock
from checkin.actions.own_devices import clear_device, not_mine, say_it_is_theirs
from checkin.actions.set_places import follow_places
from checkin.actions.take_back import take_back
from checkin.actions.turn_away_device import turn_away_device
from checkin.agreements.how_asked import Lines
from checkin.lives.record import by_person
from checkin.storage import circles, devices, own_sets
from checkin.storage.own_sets import NewSet
from checkin.storage.tables import AlertRow, AnswerRow, CheckInRow, LoopRow
from checkin.storage.transaction import kept_together
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import kept
from tests.journeys.test_own_devices import HARD, known, let_in, tell
from tests.journeys.test_who_answered import csrf
from tests.journeys.test_whose_device import ana_says, sends_a_morning, the_phone

GROUP_DAYS = ("sat",)  # Dev stays at home

LET_IN = "From Ana's phone, which Marcus let in on Mon 19 Oct."
NOT_KNOWN = f"{LET_IN} It is not known to be Ana's."
NOT_HERS = f"{LET_IN} Ana says that this device is not theirs. Nobody knows who wrote this."
DENIED = "Ana says that a device is not theirs: Ana's phone."
ROOM = "a quiet room"
LIE = "I made it up. Lena told me to."
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


def test_what_was_agreed_and_begun_there_is_begun_anew_in_the_lounge(
    world: World, tablet: Tablet, phone: Tablet
):
    world.go_to("2026-10-20 10:35")
    phone.begin("How was my morning?")
    phone.pick("good")
    assert "You have begun" not in tablet.open("/tablet/my-page")
    tablet.begin("How was my morning?")
    assert "Hello" not in tablet.words
    tablet.pick("not_good")
    tablet.pick("all")
    tablet.do("send")
    tablet.pick("self")
    check_in = tablet.at.split("/")[3]

    assert phone.at == tablet.at
    given = {one.device_id for one in kept(world, AnswerRow, check_in_id=check_in)}
    assert len(given) == 2
    jo = Desk(world, "jo")
    assert "From Ana's phone" not in jo.open(f"/staff/check-ins/{check_in}")
    sent = [one for one in kept(world, AnswerRow, check_in_id=check_in) if one.sent_at]
    assert [one.choices for one in sent] == [["not_good"], ["all"]]


def test_what_she_says_there_then_is_not_read_on_the_phone(
    world: World, tablet: Tablet, phone: Tablet
):
    world.go_to("2026-10-20 10:35")
    phone.begin("How was my morning?")
    phone.pick("good")
    at = phone.at
    tablet.begin("How was my morning?")
    tablet.pick("not_good")
    number = len(kept(world, AnswerRow))

    asked = tablet.words.partition("Help ")[2]
    assert asked not in phone.open(at)
    phone.client.post(at, data={**csrf(phone), "at": "steps:", "do": "skip"})
    assert len(kept(world, AnswerRow)) == number
    assert "You have begun" in tablet.open("/tablet/my-page")


def test_begun_on_a_phone_that_is_hers_she_carries_on_in_the_lounge(world: World, tablet: Tablet):
    own = Tablet(world, known(world, world.cast.marcus, second=world.cast.jo))
    world.go_to("2026-10-20 10:35")
    own.begin("How was my morning?")
    own.pick("good")

    assert "You have begun" in tablet.open("/tablet/my-page")


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


def sets_a_line(there: Tablet, words: str = ROOM) -> None:
    there.open("/tablet/my-page")
    there.press("/begin", ("flow", "getting_ready"))
    there.do("start")
    for _ in range(8):
        there.do("skip")
    there.write(words)
    there.do("stop")
    there.press("/stop", ("choice", "finish_now"))
    there.do("skip")


def handover(world: World) -> str:
    return Desk(world, "jo").open("/staff/handover")


def test_a_line_that_was_set_there_stands_once_it_is_known_for_hers(world: World, phone: Tablet):
    sets_a_line(phone)
    assert ROOM not in handover(world)
    assert ROOM not in Desk(world, "jo").open(f"/staff/people/{world.cast.ana}/how-asked")
    with world.app.app_context():
        lounge = devices.device_by_token(world.cast.house_tablet)
        own = the_phone(world).id
        assert lounge
        say_it_is_theirs(world.cast.ana, own, lounge, clock.now())
        assert ROOM not in own_sets_of(world)
        clear_device(own, world.cast.jo, clock.now())

    assert f"{ROOM}" in handover(world)
    assert LET_IN not in handover(world)


def test_what_she_set_in_the_lounge_stands_on_whatever_is_set_there_after(
    world: World, tablet: Tablet, phone: Tablet
):
    sets_a_line(tablet)
    sets_a_line(phone, "the loud room")
    assert ROOM in handover(world)
    ana_says(tablet, "no")

    assert ROOM in handover(world)
    assert "the loud room" not in handover(world)


def test_where_she_goes_is_followed_once_the_device_is_hers(world: World, phone: Tablet):
    says_a_lie(phone)
    (row,) = kept(world, CheckInRow, asks="how_i_am")
    with world.app.app_context():
        now, by, lines = clock.now(), by_person(world.cast.ana), (own_sets.Line("The art hall"),)
        with kept_together():
            new = NewSet(world.cast.ana, Lines.PLACES, lines, by, now, check_in_id=row.id)
            own_sets.put(new)
            follow_places(world.cast.ana)
        assert "The art hall" not in places_of(world)
        lounge = devices.device_by_token(world.cast.house_tablet)
        own = the_phone(world).id
        assert lounge
        say_it_is_theirs(world.cast.ana, own, lounge, now)
        clear_device(own, world.cast.jo, now)

        assert places_of(world) == ["The art hall"]


def places_of(world: World) -> list[str]:
    return [one.name for one in circles.places_of(world.cast.ana)]


def own_sets_of(world: World) -> str:
    stands = own_sets.standing([world.cast.ana])[world.cast.ana]
    return " ".join(" ".join(one.words) for one in stands.values())


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


def says_a_lie(phone: Tablet) -> None:
    phone.open("/tablet/my-page")
    phone.press("/begin", ("flow", "how_i_am"))
    phone.do("start")
    phone.pick("not_good")
    phone.write(LIE)
    phone.do("skip")
    phone.do("send")
    phone.do("skip")


def test_what_is_not_hers_is_for_nobody_who_let_it_in(world: World, tablet: Tablet, phone: Tablet):
    says_a_lie(phone)
    (row,) = kept(world, CheckInRow, asks="how_i_am")
    (loop,) = kept(world, LoopRow, check_in_id=row.id)
    said = f"/staff/people/{world.cast.ana}/said"
    assert LIE in Desk(world, "marcus").open(said)
    ana_says(tablet, "no")
    marcus, jo = Desk(world, "marcus"), Desk(world, "jo")

    for page in ("/staff/", "/staff/handover", said):
        assert LIE not in marcus.open(page)
    assert marcus.client.get(f"/staff/check-ins/{row.id}").status_code == 404
    assert marcus.client.post(f"/staff/loops/{loop.id}/read", data=csrf(marcus)).status_code == 404
    assert LIE in jo.open(said)
    assert "Who does it Jo Lena Priya By when" in jo.words


def test_a_second_thing_sent_before_her_no_is_not_for_him_either(
    world: World, tablet: Tablet, phone: Tablet
):
    sends_a_morning(phone, done="skip")
    says_a_lie(phone)
    rows = [one for one in kept(world, CheckInRow) if one.sent_at]
    ana_says(tablet, "no")
    marcus = Desk(world, "marcus")

    pages = [f"/staff/check-ins/{one.id}" for one in rows]
    assert [marcus.client.get(one).status_code for one in pages] == [404] * len(rows)
    assert len(rows) == 2


def test_what_was_told_there_is_not_for_him_to_take(world: World, tablet: Tablet, phone: Tablet):
    check_in = tells(phone)
    (alert,) = kept(world, AlertRow, check_in_id=check_in, kind="someone_hurt")
    page = f"/staff/alerts/{alert.id}"
    assert Desk(world, "marcus").client.get(page).status_code == 200
    ana_says(tablet, "no")
    marcus = Desk(world, "marcus")

    assert marcus.client.get(page).status_code == 404
    assert marcus.client.post(f"{page}/take", data=csrf(marcus)).status_code == 404
    assert "Take" in Desk(world, "jo").open(page)
