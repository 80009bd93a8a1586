"""Who answered is true, and what was sent on a tablet of many is nobody else's to look at."""

import re

import pytest

from checkin import clock
from checkin.actions.loops import decide_loop, mark_done, raise_loop_from_talk
from checkin.storage import devices
from checkin.storage.tables import AgreementViewRow, CheckInRow, LoopRow, OwnSetRow, db
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import kept
from tests.journeys.test_a_telling_is_of_its_sitting import of_her_own

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


def test_what_she_thinks_of_an_agreement_is_not_said_beside_priya(
    world: World, tablet: Tablet, beside_priya: Tablet
):
    tablet.open("/tablet/agreements")
    address = re.findall(r'href="(/tablet/agreements/\w+)"', tablet.page.html)[0]
    tablet.open(address)
    form = tablet.page.forms[next(iter(tablet.page.forms))].fields.to_dict()
    beside_priya.open(address)
    words = beside_priya.words
    beside_priya.client.post(address, data={**form, **csrf(beside_priya), "view": "agrees"})

    assert "Staff are signed in here. When they are not, you can say what you think." in words
    assert "I agree" not in words
    assert kept(world, AgreementViewRow, view="agrees") == []
    tablet.open(address)
    tablet.press(address, ("view", "agrees"))
    assert len(kept(world, AgreementViewRow, view="agrees")) == 1


def test_whether_it_is_better_is_not_said_beside_priya(
    world: World, tablet: Tablet, beside_priya: Tablet
):
    with world.app.app_context():
        raise_loop_from_talk(world.cast.ana, world.cast.marcus, "I want gloves", clock.now())
        loop_id = db.session.query(LoopRow).one().id
        decide_loop(loop_id, world.cast.marcus, "do", "We buy gloves.", clock.now())
        mark_done(loop_id, world.cast.marcus, "They are here.", clock.now())
    beside_priya.open("/tablet/you-said")
    words = beside_priya.words
    data = {**csrf(beside_priya), "impact": "better"}
    beside_priya.client.post(f"/tablet/you-said/{loop_id}", data=data)

    assert "We buy gloves." in words
    assert "Staff are signed in here. When they are not, you can say if it is better." in words
    assert [one.impact for one in kept(world, LoopRow)] == [None]
    tablet.open("/tablet/you-said")
    tablet.press(f"/you-said/{loop_id}", ("impact", "better"))
    assert [one.impact for one in kept(world, LoopRow)] == ["better"]


def test_a_setting_is_not_said_to_be_set_by_herself_beside_priya(
    world: World, beside_priya: Tablet
):
    beside_priya.open("/tablet/how-i-use-this/size")
    beside_priya.press("/size", ("choice", "xlarge"))
    page, words = beside_priya.at, beside_priya.words
    person = {"person": world.cast.ana}
    for done in ("self", "helped"):
        beside_priya.client.post(page, data={**csrf(beside_priya), **person, "choice": done})
    (changed,) = kept(world, OwnSetRow, kind="size", by=f"person:{world.cast.ana}")

    assert ALONE not in words
    assert changed.done == "helped"


def csrf(tablet: Tablet) -> dict[str, str]:
    """The mark of a page that is open in this very browser."""
    tablet.open("/tablet/how-i-use-this/size")
    mark = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', tablet.page.html)
    assert mark
    return {"csrf_token": mark[1]}


def test_what_only_priya_looked_at_was_neither_shown_nor_told_to_ana(
    world: World, tablet: Tablet, beside_priya: Tablet
):
    with world.app.app_context():
        raise_loop_from_talk(world.cast.ana, world.cast.marcus, "I want gloves", clock.now())
        loop_id = db.session.query(LoopRow).one().id
        decide_loop(loop_id, world.cast.marcus, "do", "We buy gloves.", clock.now())
    beside_priya.open("/tablet/you-said")
    beside_priya.open("/tablet/agreements")
    address = re.findall(r'href="(/tablet/agreements/\w+)"', beside_priya.page.html)[0]
    beside_priya.open(address)

    assert kept(world, AgreementViewRow) == []
    assert [one.told_at for one in kept(world, LoopRow)] == [None]
    tablet.open(address)
    tablet.open("/tablet/you-said")
    assert [one.view for one in kept(world, AgreementViewRow)] == ["shown"]
    assert [one.told_at is None for one in kept(world, LoopRow)] == [False]


def test_no_device_is_turned_away_beside_priya(world: World, tablet: Tablet, beside_priya: Tablet):
    of_her_own(world)
    with world.app.app_context():
        (own,) = devices.devices_of_person(world.cast.ana)
    beside_priya.open("/tablet/my-devices")
    words = beside_priya.words
    data = {"person": world.cast.ana, "choice": "no"}
    address = f"/tablet/my-devices/{own.id}/not-mine"
    beside_priya.client.post(address, data={**csrf(beside_priya), **data})

    assert "Staff are signed in here. When they are not, you can say which is not yours." in words
    assert "This is not mine" not in words
    with world.app.app_context():
        assert len(devices.devices_of_person(world.cast.ana)) == 1
    beside_priya.open("/tablet/my-devices")
    beside_priya.press("/sign-staff-out")
    assert "This is not mine" in beside_priya.words


def test_what_was_answered_beside_priya_is_not_by_herself_though_she_signs_out(
    world: World, beside_priya: Tablet
):
    world.go_to("2026-10-20 10:35")
    beside_priya.begin(MORNING)
    beside_priya.pick("good")
    with beside_priya.client.session_transaction() as session:
        for name in ("_user_id", "_fresh", "staff_here", "staff_since"):
            session.pop(name, None)
    beside_priya.pick("all")
    beside_priya.press("/tablet/", ("person", world.cast.ana))
    row = at(beside_priya)
    beside_priya.press("/stop", ("choice", "finish_now"))

    assert ALONE not in beside_priya.words
    beside_priya.do("skip")
    assert "It is sent." in beside_priya.words
    assert how_sent(world, row) == ("helped", "Priya")


def test_a_change_is_described_by_who_made_it_last_and_no_older_one(world: World, tablet: Tablet):
    tablet.open("/tablet/how-i-use-this/size")
    tablet.press("/size", ("choice", "xlarge"))
    (changed,) = kept(world, OwnSetRow, kind="size", by=f"person:{world.cast.ana}")
    tablet.open("/tablet/my-page")
    data = {**csrf(tablet), "person": world.cast.ana, "choice": "by_other"}
    for number in (1, changed.number - 1, changed.number, changed.number):
        tablet.client.post(f"/tablet/how-it-was-done/{number}", data=data)

    done = {one.number: one.done for one in kept(world, OwnSetRow) if one.done}
    assert done == {changed.number: "by_other"}


def test_what_was_read_cannot_be_taken_back_and_she_reads_so(world: World, tablet: Tablet):
    row = to_how_done(tablet)
    tablet.pick("self")
    desk = Desk(world, "priya")
    desk.open(f"/staff/check-ins/{row.id}")
    tablet.press("/take-back")

    assert "Somebody has read it already. It cannot be taken back." in tablet.words
    assert at(tablet).taken_back_at is None
