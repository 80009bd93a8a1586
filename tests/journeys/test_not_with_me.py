"""One of staff says that they are with Dev. He says that it is not so: he is asked, and others ring."""

import pytest

from checkin.storage.tables import CheckInRow, Staff, db
from tests.conftest import World
from tests.journeys.doors import DEV, JO, LENA, MARCUS, Desk, Phone
from tests.journeys.records import alerts, check_in

TUESDAY = "2026-10-20"
SAYS = "Lena says they are with you. We do not ask now. Not so? Text HELP."
TITLE = "Read Dev's own words: they ask for somebody."


@pytest.fixture
def phone(world: World) -> Phone:
    """Dev's phone, after Lena said that she is with him in place of his Leave of a quarter past nine."""
    world.go_to(f"{TUESDAY} 09:05")
    lena = Desk(world, "lena")
    lena.open(f"/staff/people/{world.cast.dev}")
    lena.press(f"{leave(world).id}/with-staff")
    world.go_to(f"{TUESDAY} 09:06")
    assert world.texts(DEV)[-1] == SAYS
    world.sent.clear()
    return Phone(world)


def leave(world: World) -> CheckInRow:
    return check_in(world, world.cast.dev, f"{TUESDAY}T09:15", "leave")


def called(world: World) -> list[str]:
    return [one.title for one in alerts(world) if one.kind in ("told", "help_or_not_ok")]


@pytest.mark.parametrize(
    "words",
    [
        "no",
        "No",
        "no he isnt",
        "no shes not with me",
        "she is not with me",
        "nobody is here",
        "no im on my own",
    ],
)
def test_others_ring_and_it_is_asked_all_the_same(phone: Phone, words: str):
    world = phone.world
    phone.text(f"{TUESDAY} 09:20", words)

    assert called(world) == [TITLE]
    assert leave(world).state == "planned"  # asked once the call is over
    assert MARCUS in {one.number for one in world.sent}
    assert LENA not in {one.number for one in world.sent}
    assert "We are asking Jo and Marcus to ring you." in world.texts(DEV)[-1]
    (told,) = (one for one in alerts(world) if one.title == TITLE)
    page = Desk(world, "marcus").open(f"/staff/check-ins/{told.check_in_id}")
    assert SAYS in page
    assert words in page
    assert Desk(world, "lena").client.get(f"/staff/alerts/{told.id}").status_code == 404


def test_it_is_missed_where_he_does_not_answer(phone: Phone):
    world = phone.world
    phone.text(f"{TUESDAY} 09:20", "no")
    desk = Desk(world, "marcus")
    desk.take(TITLE)
    desk.close("Spoke to them", "He is at the bus stop.")
    world.go_to(f"{TUESDAY} 09:46")

    assert leave(world).state == "missed"
    assert [one for one in alerts(world) if one.kind == "missed_checkin"]


def test_said_twice_it_is_one_call_and_the_second_is_told(phone: Phone):
    world = phone.world
    phone.text(f"{TUESDAY} 09:20", "no")
    phone.text(f"{TUESDAY} 09:23", "no shes not with me")

    assert called(world) == [TITLE]
    (told,) = (one for one in alerts(world) if one.title == TITLE)
    page = Desk(world, "marcus").open(f"/staff/check-ins/{told.check_in_id}")
    assert "no shes not with me" in page


def test_once_he_was_asked_again_he_may_answer_it(phone: Phone):
    world = phone.world
    phone.text(f"{TUESDAY} 09:20", "no")
    phone.text(f"{TUESDAY} 09:21", "ok")

    assert leave(world).state == "answered"


def test_a_no_to_what_jo_asked_since_is_no_denial(phone: Phone):
    world = phone.world
    jo = Desk(world, "jo")
    jo.open(f"/staff/people/{world.cast.dev}/texts")
    jo.press("/say", words="Hi Dev. Do you want soup for tea?")
    world.go_to(f"{TUESDAY} 09:19")
    phone.text(f"{TUESDAY} 09:20", "no")

    assert called(world) == []
    assert leave(world).state == "with_staff"


def test_of_two_who_go_by_that_name_neither_is_told(phone: Phone):
    world = phone.world
    with world.app.app_context():
        staff = db.session.get_one(Staff, world.cast.jo)
        staff.called = "Lena"
        db.session.commit()
    phone.text(f"{TUESDAY} 09:20", "no")

    assert called(world) == [TITLE]
    assert {LENA, JO}.isdisjoint({one.number for one in world.sent})


@pytest.mark.parametrize("words", ["no worries", "ok", "thanks", "not yet", "can u get milk"])
def test_what_is_no_denial_calls_nobody(phone: Phone, words: str):
    phone.text(f"{TUESDAY} 09:20", words)

    assert called(phone.world) == []
    assert leave(phone.world).state in ("with_staff", "answered")


def test_help_rings_others_than_who_said_so(phone: Phone):
    world = phone.world
    phone.text(f"{TUESDAY} 09:20", "HELP")

    rung = {one.number for one in world.sent} - {DEV}
    assert {MARCUS, JO} <= rung
    assert LENA not in rung


def test_where_he_names_her_she_meets_nothing_of_his_words(phone: Phone):
    world = phone.world
    phone.text(f"{TUESDAY} 09:20", "no lena is not with me")

    assert "lena is not with me" not in Desk(world, "lena").open("/staff/")
    assert leave(world).state == "planned"  # asked once the call is over
    assert {one.number for one in world.sent} - {DEV, LENA}


def test_three_hours_later_a_no_is_to_something_else(phone: Phone):
    phone.text(f"{TUESDAY} 12:10", "no")

    assert TITLE not in called(phone.world)


@pytest.mark.parametrize(
    "words", ["she went", "no she left", "HELP", "where is she", "wheres lena", "who is lena"]
)
def test_it_is_asked_again_though_she_was_there_before(phone: Phone, words: str):
    phone.text(f"{TUESDAY} 09:20", words)

    assert leave(phone.world).state == "planned"


def test_said_again_he_reads_it_again(phone: Phone):
    world = phone.world
    phone.text(f"{TUESDAY} 09:20", "no")
    lena = Desk(world, "lena")
    lena.open(f"/staff/people/{world.cast.dev}")
    lena.press(f"{leave(world).id}/with-staff")
    world.go_to(f"{TUESDAY} 09:22")

    assert world.texts(DEV)[-1] == SAYS
    phone.text(f"{TUESDAY} 09:23", "no")
    assert leave(world).state == "planned"


def test_where_whoever_said_so_goes_by_another_name_now_he_is_rung_all_the_same(phone: Phone):
    world = phone.world
    with world.app.app_context():
        db.session.get_one(Staff, world.cast.lena).called = "Helena"
        db.session.commit()
    phone.text(f"{TUESDAY} 09:20", "no")

    assert [one.kind for one in alerts(world) if one.level == "soon"] == ["person_asked_for"]
    assert "to ring you" in world.texts(DEV)[-1]
