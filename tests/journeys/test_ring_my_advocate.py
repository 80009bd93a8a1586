"""Ana complains, and wants her advocate rung: whoever is told knows whom to ring, and she reads so."""

import pytest

from checkin.storage import people
from checkin.storage.tables import AlertRow, CircleRow, new_id
from checkin.storage.transaction import kept_together
from tests.conftest import PASSWORD, World
from tests.journeys.doors import DEV, MARCUS, Desk, Phone, Tablet
from tests.journeys.records import alerts, steps
from tests.journeys.test_hurt_by_text import pages_of, told
from tests.journeys.test_promises import finish, has_nobody_outside, tell

GROUP_DAYS = ("sat",)  # Dev stays at home

MONDAY = "2026-10-19"
THEM = "the advocacy service: 07700 900302"


def asked(world: World) -> AlertRow:
    (found,) = (one for one in alerts(world) if one.kind == "advocate_asked")
    return found


def circle_has_sam(world: World, person: str) -> None:
    with world.app.app_context(), kept_together():
        sam = CircleRow(
            id=new_id(),
            person_id=person,
            name="Sam",
            relation="my advocate",
            phone="+447700900202",
        )
        people.put(sam)


def test_whoever_is_told_reads_whom_to_ring_and_the_number(world: World, tablet: Tablet):
    words = tell(tablet, "idea", want="advocate")
    assert "Marcus will ring your advocate today." in words
    assert f"You can ring {THEM}." in words
    assert f"You can ring {THEM}." in finish(tablet)

    marcus = Desk(world, "marcus")
    marcus.follow("Ana asks for their advocate.")

    assert f"Ring the advocate for Ana. {THEM}." in marcus.words
    assert "named nobody else to ring" not in marcus.words
    assert "Ring Ana, or go there." not in marcus.words
    assert asked(world).level == "today"


def test_an_advocate_of_her_own_is_rung_and_not_the_office(world: World, tablet: Tablet):
    circle_has_sam(world, world.cast.ana)

    words = tell(tablet, "idea", want="advocate")

    assert "You can ring Sam: 07700 900202." in words
    assert "advocacy" not in words


def test_where_nobody_is_known_she_reads_so(world: World, tablet: Tablet):
    has_nobody_outside(world)
    words = tell(tablet, "idea", want="advocate")
    tablet.do("send")

    assert "We do not know your advocate." in words
    assert "Marcus will look at this today." in words
    assert asked(world).what == [
        "No advocate is written down.",
        "Ask Ana whom to ring, and find one with them.",
    ]


def test_whom_she_keeps_it_from_is_not_asked_to_ring(world: World, tablet: Tablet):
    words = tell(tablet, "idea", keep_from=(world.cast.marcus,), want="advocate")
    tablet.do("send")

    assert "Marcus will" not in words
    assert "asks for their advocate" not in Desk(world, "marcus").words


def test_who_leads_safeguarding_is_not_rung_as_her_advocate(world: World, tablet: Tablet):
    words = tell(tablet, "idea", want="advocate")
    tablet.do("send")

    assert words.count("You can ring ") == 1
    assert asked(world).what == [f"Ring the advocate for Ana. {THEM}."]


@pytest.mark.parametrize(
    "words", ["Ring my advocate", "call my advocate pls", "can i talk to my advocate"]
)
def test_by_text_it_is_the_same_task_and_he_reads_who_rings(world: World, words: str):
    phone = Phone(world)
    phone.text(f"{MONDAY} 15:00", words)

    assert world.texts(DEV)[-1] == f"Marcus will ring your advocate today. You can ring {THEM}."
    assert asked(world).level == "today"
    marcus = Desk(world, "marcus")
    marcus.follow("Dev asks for their advocate.")
    assert f"Ring the advocate for Dev. {THEM}." in marcus.words
    assert f'Dev: "{words}"' in marcus.words
    phone.text(f"{MONDAY} 16:00", words)  # and the second time
    assert asked(world)
    assert world.texts(DEV)[-1].startswith("Marcus will ring your advocate today.")


def test_by_text_his_own_advocate_is_named(world: World):
    circle_has_sam(world, world.cast.dev)
    Phone(world).text(f"{MONDAY} 15:00", "ring my advocate")

    assert world.texts(DEV)[-1].endswith("You can ring Sam: 07700 900202.")


def test_by_text_where_nobody_is_known_he_reads_so(world: World):
    has_nobody_outside(world)
    Phone(world).text(f"{MONDAY} 15:00", "ring my advocate")

    assert world.texts(DEV)[-1] == ("We do not know your advocate. Marcus will look at this today.")


def test_who_asks_to_be_rung_too_is_rung_soon(world: World):
    Phone(world).text(f"{MONDAY} 15:00", "call me please and ring my advocate")

    assert [one.kind for one in alerts(world)] == ["person_asked_for"]


def test_behind_a_telling_whoever_is_named_does_not_meet_it(world: World):
    phone = Phone(world)
    phone.text(f"{MONDAY} 15:00", "marcus hit me")
    phone.text(f"{MONDAY} 15:01", "ring my advocate quickly now")
    world.go_to(f"{MONDAY} 16:00")

    met = Desk(world, "marcus").words + pages_of(world, "marcus")
    assert "quickly now" not in met
    assert "asks for their advocate" not in met
    assert MARCUS not in told(world)


def test_in_her_own_words_on_the_tablet_it_is_the_same(world: World, tablet: Tablet):
    tablet.press("/begin", ("flow", "how_i_am"))
    tablet.do("start")
    tablet.do("skip")
    tablet.write("can i talk to my advocate")
    tablet.do("skip")
    assert f"Marcus will ring your advocate today. You can ring {THEM}." in tablet.words
    tablet.do("send")

    assert asked(world).what == [f"Ring the advocate for Ana. {THEM}."]
    assert [one.kind for one in alerts(world)] == ["advocate_asked"]


def test_asked_for_in_two_answers_of_one_talk_it_is_one_task(world: World, tablet: Tablet):
    tablet.press("/begin", ("flow", "how_i_am"))
    tablet.do("start")
    tablet.do("my_words")
    tablet.follow("Write")
    tablet.press("", words="i want my advocate")
    tablet.pick("not_good")
    tablet.write("can i talk to my advocate")
    while ("do", "send") not in [
        one for form in tablet.page.forms.values() for one in form.buttons
    ]:
        tablet.do("skip")
    tablet.do("send")

    assert [one.kind for one in alerts(world)] == ["advocate_asked"]


# Nobody rings ------------------------------------------------------------------------------------

LATE = "Late: it was to be done by"


def test_it_is_to_be_done_by_a_time_and_then_late_and_she_reads_that_nobody_rang(
    world: World, tablet: Tablet
):
    tell(tablet, "idea", want="advocate")
    end = finish(tablet)
    assert "Marcus will ring your advocate today." in end
    assert "to do by" in Desk(world, "marcus").words

    world.go_to("2026-10-19 23:40")
    assert LATE in Desk(world, "jo").words
    words = tablet.open(tablet.at)
    assert "Nobody has rung your advocate yet. We are asking" in words
    assert f"You can ring {THEM}." in words

    world.go_to("2026-10-20 08:00")  # and the next day
    assert "Nobody has rung your advocate yet." in tablet.open(tablet.at)


def test_once_somebody_took_it_she_reads_who_rings(world: World, tablet: Tablet):
    tell(tablet, "idea", want="advocate")
    finish(tablet)
    world.go_to("2026-10-19 23:40")
    Desk(world, "jo").take("Ana asks for their advocate.")

    assert "Jo will ring your advocate today." in tablet.open(tablet.at)
    world.go_to("2026-10-20 00:05")  # of a day that is over nothing is said
    assert "Jo will ring your advocate." in tablet.open(tablet.at)
    assert "Nobody has rung" not in tablet.words


def his(world: World) -> Tablet:
    return Tablet(world, world.cast.devs_phone)


def test_who_asked_by_text_reads_on_his_page_who_rings_until_it_is_done(world: World):
    Phone(world).text(f"{MONDAY} 15:01", "ring my advocate")
    page = his(world).open("/tablet/you-said")
    assert "You asked for your advocate." in page
    assert "Marcus will ring your advocate today." in page
    assert f"You can ring {THEM}." in page

    world.go_to("2026-10-20 18:00")
    assert "Nobody has rung your advocate yet. We are asking" in his(world).open("/tablet/you-said")

    jo = Desk(world, "jo")
    jo.take("Dev asks for their advocate.")
    assert "Jo will ring your advocate" in his(world).open("/tablet/you-said")
    jo.close("They got the help they asked for", "Rang them.")
    assert "your advocate" not in his(world).open("/tablet/you-said")


def test_beside_staff_and_on_a_tablet_of_many_it_is_not_there(world: World):
    Phone(world).text(f"{MONDAY} 15:01", "ring my advocate")
    many = Tablet(world, world.cast.house_tablet, world.cast.dev)
    own = his(world)
    own.open("/staff/sign-in")
    own.press("/sign-in", email="marcus@willow-court.example", password=PASSWORD)

    for one in (many, own):
        assert "your advocate" not in one.open("/tablet/you-said")


def own_words(own: Tablet) -> None:
    own.open("/tablet/my-page")
    own.press("/begin", ("flow", "how_i_am"))
    own.do("start")
    own.do("skip")
    own.write("can i talk to my advocate")
    own.do("skip")
    own.do("send")


def test_asked_on_his_page_and_twice_by_text_it_is_one_task(world: World):
    own_words(his(world))
    Phone(world).text(f"{MONDAY} 15:05", "ring my advocate")
    Phone(world).text(f"{MONDAY} 15:15", "ring my advocate please")

    (task,) = (one for one in alerts(world) if one.kind == "advocate_asked")
    said = [words for _, kind, words in steps(world, task) if kind == "heard"]
    assert said == ['Texted: "ring my advocate"', 'Texted: "ring my advocate please"']
    assert "will ring your advocate today" in world.texts(DEV)[-1]


def test_what_he_told_to_some_alone_hears_no_text(world: World):
    own = his(world)
    tell(own, "idea", keep_from=(world.cast.marcus,), want="advocate")
    finish(own)
    Phone(world).text(f"{MONDAY} 15:05", "ring my advocate")

    assert [one.kind for one in alerts(world)].count("advocate_asked") == 2
