"""What is not known for Ana's, or not hers: for whom it is not, what it sets, and what begins anew."""

import pytest

from checkin import clock
from checkin.actions.own_devices import clear_device, say_it_is_theirs
from checkin.actions.set_places import follow_places
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
from tests.journeys.test_from_which_device import LET_IN, tells
from tests.journeys.test_own_devices import known, let_in
from tests.journeys.test_who_answered import csrf
from tests.journeys.test_whose_device import ana_says, sends_a_morning, the_phone

GROUP_DAYS = ("sat",)  # Dev stays at home

ROOM = "a quiet room"
LIE = "I made it up. Lena told me to."


@pytest.fixture
def phone(world: World, tablet: Tablet) -> Tablet:
    """Marcus made the code, and typed it into a browser of his own."""
    return Tablet(world, let_in(world, world.cast.marcus))


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
    assert "Who does it Jo Priya By when" in jo.words  # Lena is named


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


def turned_away(world: World, by: str) -> None:
    """It is turned away before she is at a tablet."""
    with world.app.app_context():
        turn_away_device(the_phone(world).id, by, clock.now())


def test_turned_away_before_she_was_asked_it_is_not_his_to_read_or_take(
    world: World, tablet: Tablet, phone: Tablet
):
    check_in = tells(phone)
    says_a_lie(phone)
    (alert,) = kept(world, AlertRow, check_in_id=check_in, kind="someone_hurt")
    (row,) = kept(world, CheckInRow, asks="how_i_am")
    turned_away(world, world.cast.marcus)
    marcus, jo = Desk(world, "marcus"), Desk(world, "jo")

    for page in (f"/staff/alerts/{alert.id}", f"/staff/check-ins/{row.id}"):
        assert marcus.client.get(page).status_code == 404
        assert jo.client.get(page).status_code == 200
    assert LIE not in marcus.open(f"/staff/people/{world.cast.ana}/said")


def test_she_is_asked_still_and_her_no_is_heard(world: World, tablet: Tablet, phone: Tablet):
    says_a_lie(phone)
    turned_away(world, world.cast.marcus)
    words = ana_says(tablet, "no")

    assert "You said: Ana's phone is not yours. It was turned away. We tell Jo." in words
    (alert,) = kept(world, AlertRow, level="soon", kind="own_device")
    assert alert.for_staff == world.cast.jo
    assert "Is this yours?" not in tablet.open("/tablet/my-page")
    assert the_phone(world).revoked_by == world.cast.marcus


def test_she_reads_that_it_was_turned_off_and_her_yes_alone_makes_it_no_words_of_his(
    world: World, tablet: Tablet, phone: Tablet
):
    """Whoever taps her photo may say so."""
    says_a_lie(phone)
    turned_away(world, world.cast.marcus)
    tablet.open("/tablet/my-page")
    tablet.follow("Is this yours? A new device: Ana's phone.")
    assert "It was turned off since." in tablet.words
    ana_says(tablet, "yes")

    assert "Is this yours?" not in tablet.open("/tablet/my-page")
    said = f"/staff/people/{world.cast.ana}/said"
    assert LIE not in Desk(world, "marcus").open(said)
    assert LIE in Desk(world, "jo").open(said)


def test_of_one_that_was_known_for_hers_nothing_is_asked_nor_changes(world: World, tablet: Tablet):
    own = Tablet(world, known(world, world.cast.marcus, second=world.cast.jo))
    says_a_lie(own)
    turned_away(world, world.cast.marcus)

    assert LIE in Desk(world, "marcus").open(f"/staff/people/{world.cast.ana}/said")
    assert "Is this yours?" not in tablet.open("/tablet/my-page")
