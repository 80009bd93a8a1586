"""A new device of Ana's own: nothing of before is there until she, and a second one, say that it is hers."""

import pytest
from flask import url_for

from checkin import clock
from checkin.actions.enrol_device import enrol, make_code
from checkin.actions.own_devices import clear_device
from checkin.actions.turn_away_device import turn_away_device
from checkin.channels.tablet.not_yet_own import THERE
from checkin.storage import devices
from checkin.storage.tables import AgreementViewRow, AlertRow, CheckInRow, DeviceRow, RecordRow
from tests.conftest import World
from tests.journeys.doors import JO, MARCUS, Desk, Tablet
from tests.journeys.records import alerts, kept
from tests.journeys.test_begun_and_left import OUTSIDE
from tests.journeys.test_beside_staff import presses
from tests.journeys.test_own_devices import HARD, JO_IS_TOLD, let_in, tell
from tests.journeys.test_who_answered import csrf

GROUP_DAYS = ("sat",)  # Dev stays at home

NOT_YET = "This is not yours alone yet. So this is not shown here."
SAY_SO = "Say on a tablet you used before: it is mine."
TOLD_ME = "told me that it is theirs"
LOOK = "Somebody who leads has to look at it. Not Marcus."
HEARD = {
    "no": "You said: Ana's phone is not yours. It was turned away. We tell Jo.",
    "dont_know": "You said: I do not know if Ana's phone is mine. It was turned away. We tell Jo.",
}
ASKED = "Is this yours? A new device: Ana's phone."


@pytest.fixture
def phone(world: World, tablet: Tablet) -> Tablet:
    """Marcus made the code, and typed it into a browser of his own."""
    return Tablet(world, let_in(world, world.cast.marcus))


def the_phone(world: World) -> DeviceRow:
    (row,) = kept(world, DeviceRow, person_id=world.cast.ana)
    return row


def test_she_reads_who_let_it_in_before_she_says_whose_it_is(tablet: Tablet, phone: Tablet):
    tablet.open("/tablet/my-page")
    tablet.follow(ASKED)

    assert "Marcus let it in on Monday 19 October at " in tablet.words


def ana_says(tablet: Tablet, choice: str) -> str:
    tablet.open("/tablet/my-page")
    tablet.follow(ASKED)
    return tablet.press("", ("choice", choice))


def leads_says(world: World, who: str) -> str:
    desk = Desk(world, who)
    desk.open("/staff/tablets")
    return desk.press("/theirs")


def sends_a_morning(tablet: Tablet, done: str = "self") -> str:
    """Send how her morning was, and return where it stands."""
    tablet.world.go_to("2026-10-20 10:35")
    tablet.begin("How was my morning?")
    at = tablet.at
    for press in ("good", "all"):
        tablet.pick(press)
    tablet.do("send")
    tablet.do("skip") if done == "skip" else tablet.pick(done)
    return at


def test_what_she_tells_on_another_tablet_is_not_there(world: World, tablet: Tablet, phone: Tablet):
    tell(tablet)
    (told,) = kept(world, CheckInRow, asks="tell_someone")
    morning = sends_a_morning(tablet)

    for address in (f"/tablet/check-in/{told.id}", morning, "/tablet/my-page"):
        assert HARD not in phone.open(address)
        assert "Take it back" not in phone.words
    assert NOT_YET in phone.open("/tablet/you-said")
    assert "not told us anything" not in phone.words


def test_nothing_is_taken_back_agreed_or_set_there(world: World, tablet: Tablet, phone: Tablet):
    phone.open("/tablet/my-page")
    morning = sends_a_morning(phone, done="skip")

    assert NOT_YET in phone.open("/tablet/agreements")
    assert NOT_YET in phone.open("/tablet/how-i-use-this")
    phone.open(morning)
    assert NOT_YET in phone.press("/take-back")
    (row,) = kept(world, CheckInRow, id=morning.split("/")[3])
    assert row.taken_back_at is None
    assert kept(world, AgreementViewRow) == []


def test_what_is_begun_on_it_is_there_and_goes_on(world: World, phone: Tablet):
    phone.open("/tablet/my-page")
    phone.press("/tell-someone")
    phone.do("start")
    phone.pick(world.cast.priya)

    assert "What do you want to tell us?" in phone.open(phone.at)
    assert "You began to tell us something" in phone.open("/tablet/my-page")


def test_what_she_began_on_another_tablet_is_not_read_there(
    world: World, tablet: Tablet, phone: Tablet
):
    tablet.open("/tablet/my-page")
    tablet.press("/begin", ("flow", "how_i_am"))
    tablet.do("start")
    tablet.do("skip")
    begun = tablet.at

    assert "Hello Ana." in phone.open(begun)
    phone.press("/begin", ("flow", "how_i_am"))
    assert phone.at not in (begun, "/tablet/my-page")
    assert "You can stop at any time." in phone.words


def test_no_page_is_there_but_those_that_are_named(world: World, phone: Tablet):
    phone.open("/tablet/my-devices")
    for rule in presses(world):
        view = rule.endpoint.removeprefix("tablet.")
        with world.app.test_request_context():
            address = url_for(rule.endpoint, **dict.fromkeys(rule.arguments, "0"))
        data = {**csrf(phone), "person": world.cast.ana}
        page = phone.client.post(address, data=data).get_data(as_text=True)
        assert ("So this is not shown here." in page) == (view not in THERE), rule


def test_what_is_named_is_a_page_of_the_tablet(world: World):
    views = {one.endpoint.removeprefix("tablet.") for one in world.app.url_map.iter_rules()}
    assert THERE.keys() <= views


def test_both_say_so_and_then_it_is_hers(world: World, tablet: Tablet, phone: Tablet):
    assert SAY_SO in phone.open("/tablet/my-devices")
    assert LOOK in phone.words
    assert "This is not yours alone yet." in phone.open("/tablet/my-page")

    assert LOOK in ana_says(tablet, "yes")
    assert SAY_SO not in tablet.words
    assert LOOK in phone.open("/tablet/my-devices")
    assert SAY_SO not in phone.words
    assert "Waits for somebody who leads, not Marcus, to say so." in Desk(world, "jo").open(
        "/staff/tablets"
    )
    leads_says(world, "jo")

    phone.open("/tablet/my-page")
    tell(phone)
    phone.client.set_cookie("session", "", path="/")  # another browser session of hers
    assert HARD in phone.open("/tablet/you-said")
    assert NOT_YET not in phone.open("/tablet/agreements")
    (task,) = kept(world, AlertRow, kind="own_device")
    assert (task.title, task.state) == (JO_IS_TOLD, "closed")


def test_nobody_who_leads_says_so_before_she_did(world: World, tablet: Tablet, phone: Tablet):
    assert TOLD_ME not in Desk(world, "jo").open("/staff/tablets")
    with world.app.app_context():
        clear_device(the_phone(world).id, world.cast.jo, clock.now())
    assert the_phone(world).cleared_by is None
    ana_says(tablet, "yes")

    leads_says(world, "jo")
    assert NOT_YET not in phone.open("/tablet/you-said")


def test_jo_reads_on_which_device_she_said_so_who_let_that_in_and_when(
    world: World, tablet: Tablet, phone: Tablet
):
    world.go_to("2026-10-19 15:00")
    ana_says(tablet, "yes")

    said = "Ana said that it is theirs on Tablet in the lounge, which Priya let in, at 15:00."
    assert said in Desk(world, "jo").open("/staff/tablets")


def lets_in_a_tablet_of_many(world: World) -> Tablet:
    """Marcus lets in one more, in a browser of his own, and taps Ana's photo there."""
    with world.app.app_context():
        now = clock.now()
        code = make_code(world.cast.house, "Kitchen", world.cast.marcus, now)
        token = enrol(code, now, door="here")
    assert token
    return Tablet(world, token, world.cast.ana)


def test_on_a_tablet_let_in_after_its_code_was_made_nobody_says_so(world: World):
    cast = world.cast
    world.go_to("2026-10-19 15:00")
    with world.app.app_context():
        code = make_code(cast.house, "Ana's phone", cast.marcus, clock.now(), person_id=cast.ana)
    world.go_to("2026-10-19 15:05")
    kitchen = lets_in_a_tablet_of_many(world)
    world.go_to("2026-10-19 15:06")
    with world.app.app_context():
        assert enrol(code, clock.now(), door="here")

    assert ASKED not in kitchen.open("/tablet/my-page")
    address = f"/tablet/my-devices/{the_phone(world).id}"
    data = {**csrf(kitchen), "person": world.cast.ana, "choice": "yes"}
    kitchen.client.post(address, data=data)
    assert the_phone(world).theirs_at is None
    lounge = Tablet(world, world.cast.house_tablet, world.cast.ana)
    assert ASKED in lounge.words


def test_who_made_the_code_cannot_say_that_it_is_hers(world: World, tablet: Tablet, phone: Tablet):
    ana_says(tablet, "yes")
    desk = Desk(world, "marcus")
    assert TOLD_ME not in desk.open("/staff/tablets")

    with world.app.app_context():
        clear_device(the_phone(world).id, world.cast.marcus, clock.now())

    assert the_phone(world).cleared_by is None
    assert NOT_YET in phone.open("/tablet/you-said")


def test_a_support_worker_cannot_say_so(world: World, phone: Tablet):
    desk = Desk(world, "priya")
    assert TOLD_ME not in desk.open("/staff/tablets")
    address = f"/staff/tablets/{the_phone(world).id}/theirs"
    desk.client.post(address, data=csrf(desk))
    assert the_phone(world).cleared_by is None


def test_the_device_does_not_say_of_itself_that_it_is_hers(
    world: World, tablet: Tablet, phone: Tablet
):
    phone.open("/tablet/my-devices")
    assert "Is it yours?" not in phone.words
    assert "This is not mine" not in phone.words
    address = f"/tablet/my-devices/{the_phone(world).id}"
    data = {**csrf(phone), "person": world.cast.ana, "choice": "yes"}
    phone.client.post(address, data=data)

    assert the_phone(world).theirs_at is None


@pytest.mark.parametrize(
    ("choice", "title"),
    [
        ("no", "Ana says that a device is not theirs: Ana's phone."),
        ("dont_know", "Ana does not know whether a device is theirs: Ana's phone."),
    ],
)
def test_whatever_is_not_yes_turns_it_away_and_jo_is_told(
    world: World, tablet: Tablet, phone: Tablet, choice: str, title: str
):
    assert "No device is yours alone." in ana_says(tablet, choice)
    assert HEARD[choice] in tablet.words

    assert "Let this tablet in" in phone.open("/tablet/my-page")
    (told,) = [one for one in alerts(world) if one.title == title]
    assert (told.level, told.for_staff) == ("soon", world.cast.jo)


def test_the_second_one_that_she_denies_is_heard_too_and_not_for_ever(
    world: World, tablet: Tablet, phone: Tablet
):
    ana_says(tablet, "no")
    world.go_to("2026-10-19 15:10")
    let_in(world, world.cast.marcus, "Ana's tab")
    tablet.open("/tablet/my-page")
    tablet.follow("Is this yours? A new device: Ana's tab.")

    assert "You said: Ana's tab is not yours." in tablet.press("", ("choice", "no"))
    world.go_to("2026-10-20 15:11")
    assert "not yours" not in tablet.open("/tablet/my-devices")


def test_said_twice_it_is_once_and_who_said_it_is_in_the_record(
    world: World, tablet: Tablet, phone: Tablet
):
    tablet.open("/tablet/my-page")
    tablet.follow(ASKED)
    page = tablet.page
    tablet.press("", ("choice", "yes"))
    tablet.page, tablet.at = page, f"/tablet/my-devices/{the_phone(world).id}"
    tablet.press("", ("choice", "yes"))
    leads_says(world, "jo")
    with world.app.app_context():
        clear_device(the_phone(world).id, world.cast.jo, clock.now())

    row = f"device:{the_phone(world).id}"
    said = [(one.kind, one.by) for one in kept(world, RecordRow, row=row)]
    assert said[1:] == [
        ("device_is_theirs", f"person:{world.cast.ana}"),
        ("device_cleared", f"staff:{world.cast.jo}"),
    ]


def test_beside_staff_nobody_is_asked_whose_it_is(world: World, tablet: Tablet, phone: Tablet):
    ana = f"/tablet/my-devices/{the_phone(world).id}"
    beside = Desk(world, "marcus")
    beside.client.set_cookie("tablet_device", world.cast.house_tablet, path="/tablet")
    beside.open("/tablet/")
    beside.press("/tablet/", ("person", world.cast.ana))

    assert ASKED not in beside.words
    beside.client.post(ana, data={**csrf(beside), "person": world.cast.ana, "choice": "yes"})
    assert the_phone(world).theirs_at is None


def test_where_she_has_no_other_tablet_a_second_one_says_that_she_told_them(
    world: World, phone: Tablet
):
    with world.app.app_context():
        lounge = devices.device_by_token(world.cast.house_tablet)
        assert lounge
        turn_away_device(lounge.id, world.cast.jo, clock.now())
    assert "Show it to somebody who leads here." in phone.open("/tablet/my-devices")

    assert "there is no other tablet to say so on" in Desk(world, "jo").open("/staff/tablets")
    leads_says(world, "jo")

    assert NOT_YET not in phone.open("/tablet/you-said")


def test_a_tablet_of_many_waits_for_nobody(world: World):
    with world.app.app_context():
        now = clock.now()
        code = make_code(world.cast.house, "Kitchen", world.cast.priya, now)
        token = enrol(code, now, door="here")
    assert token
    kitchen = Tablet(world, token, world.cast.ana)
    assert "not yours alone" not in kitchen.open("/tablet/you-said")


def test_wrong_codes_of_a_stranger_do_not_shut_out_staff_who_sign_in(world: World):
    stranger = Tablet(world, "")
    for _ in range(10):
        stranger.press("/enrol", code="000000")
    assert "Ask staff for a new one." in stranger.words
    stranger.press("/enrol", code="000000")
    assert "Wait 10 minutes, then ask staff for a new code." in stranger.words
    assert "Or staff sign in on this tablet first." in stranger.words
    with world.app.app_context():
        code = make_code(world.cast.house, "Hall", world.cast.priya, clock.now())

    new = Desk(world, "priya")
    new.open("/tablet/enrol")
    new.press("/enrol", code=code)

    assert "Who is here?" in new.words


def wrong_codes(stranger: Tablet, many: int) -> None:
    for _ in range(many):
        stranger.press("/enrol", code="000000")


def test_wrong_codes_of_nobody_known_are_told_to_those_who_lead_once_a_day(world: World):
    stranger = Tablet(world, "")
    wrong_codes(stranger, 9)
    world.settle()
    assert world.sent == []
    wrong_codes(stranger, 1)
    world.go_to("2026-10-19 16:00")
    wrong_codes(stranger, 10)
    world.settle()

    assert {one.number for one in world.sent} == {MARCUS, JO}
    assert len(world.sent) == 2
    assert "Wrong codes for a device were typed 10 times." in world.sent[0].body
    world.go_to("2026-10-20 16:01")
    wrong_codes(stranger, 10)
    world.settle()
    assert len([one for one in world.sent if "Wrong codes" in one.body]) == 4


def test_wrong_codes_of_staff_who_are_signed_in_are_their_own(world: World):
    priya = Desk(world, "priya")
    priya.open("/tablet/enrol")
    for _ in range(10):
        priya.press("/enrol", code="000000")
    world.settle()

    assert world.sent == []


@pytest.mark.parametrize("choice", ["no", "dont_know"])
def test_where_the_only_manager_let_it_in_those_outside_are_told(
    world: World, tablet: Tablet, choice: str
):
    let_in(world, world.cast.jo)
    ana_says(tablet, choice)
    world.settle()

    told = [one for one in world.sent if "Jo let it in" in one.body]
    assert {one.number for one in told} == OUTSIDE
    assert JO not in {one.number for one in world.sent}


def test_where_another_manages_nobody_outside_is_told(world: World, tablet: Tablet, phone: Tablet):
    ana_says(tablet, "no")
    world.settle()

    assert OUTSIDE.isdisjoint({one.number for one in world.sent})
    assert JO in {one.number for one in world.sent}
