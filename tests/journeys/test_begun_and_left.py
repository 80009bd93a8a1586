"""Ana begins to tell that somebody hurt her, and leaves it: somebody outside the house is told so."""

import pytest

from checkin.storage.tables import AlertRow, CheckInRow
from tests.conftest import World
from tests.journeys.doors import JO, LENA, MARCUS, Desk, Phone, Tablet
from tests.journeys.records import alerts, kept
from tests.journeys.test_a_telling_is_of_its_sitting import of_her_own

GROUP_DAYS = ("sat",)  # Dev stays at home

LEAD, ADVOCACY = "+447700900301", "+447700900302"
OUTSIDE = {LEAD, ADVOCACY}
LEAD_OFFICE = "lead@safeguarding.example"
THEM = "the advocacy service and the safeguarding lead"
BEGAN = "Ana began to tell something and left it."
HARD = "he pushed me in the kitchen"
MONDAY = "2026-10-19"


def begin(tablet: Tablet, *kept_from: str) -> None:
    """Tell that somebody hurt her, and no further; kept from these."""
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(*(kept_from or ("no_one",)))
    tablet.pick("hurt")


def told(world: World) -> set[str]:
    return {one.number for one in world.sent}


@pytest.mark.parametrize("left", ["shut", "stop", "later"])
def test_what_is_left_is_told_outside_within_the_hour_and_to_nobody_here(
    world: World, tablet: Tablet, left: str
):
    begin(tablet, world.cast.priya)
    if left != "shut":
        tablet.do("stop")
    if left == "later":
        tablet.press("/stop", ("choice", "carry_on_later"))
    world.go_to(f"{MONDAY} 15:29")
    assert world.sent == []
    world.go_to(f"{MONDAY} 20:00")

    assert told(world) == OUTSIDE
    assert all(BEGAN in one.body and "hurt" not in one.body for one in world.sent)
    for who in ("priya", "marcus", "lena", "jo"):
        desk = Desk(world, who)
        assert "Ana began" not in desk.words
        assert "Ana began" not in desk.open("/staff/handover")


def test_nobody_outside_can_read_what_is_not_sent(world: World, tablet: Tablet):
    begin(tablet)
    tablet.write(HARD)
    world.go_to(f"{MONDAY} 15:31")

    lead = Desk(world, LEAD_OFFICE)
    lead.take(BEGAN)
    assert "It was not sent. Nobody can read it." in lead.words
    assert "See Ana alone, today." in lead.words
    assert "or go there" not in lead.words
    assert HARD not in lead.words
    assert "What Ana sent" not in lead.words
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    assert lead.client.get(f"/staff/check-ins/{row.id}").status_code == 404


def test_what_was_said_in_her_own_words_is_told_as_well(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick("no_one")
    tablet.pick("wrong")
    tablet.write("he hits me at night")
    world.go_to(f"{MONDAY} 15:40")

    assert told(world) == OUTSIDE


def test_a_worry_that_is_left_is_hers_alone(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick("no_one")
    tablet.pick("wrong")
    tablet.write("the bus is late again")
    world.go_to(f"{MONDAY} 20:00")

    assert world.sent == []


def test_thrown_away_nobody_is_told(world: World, tablet: Tablet):
    begin(tablet)
    tablet.do("stop")
    tablet.press("/stop", ("choice", "throw_away"))
    tablet.press("/throw-away", ("choice", "throw_away"))
    world.go_to(f"{MONDAY} 20:00")

    assert world.sent == []
    assert kept(world, AlertRow) == []


def test_changed_to_something_else_nobody_is_told(world: World, tablet: Tablet):
    begin(tablet)
    tablet.do("back")
    tablet.pick("good")
    world.go_to(f"{MONDAY} 20:00")

    assert world.sent == []


def test_each_answer_begins_the_wait_anew_and_it_is_told_once(world: World, tablet: Tablet):
    begin(tablet)
    world.go_to(f"{MONDAY} 15:20")
    tablet.write(HARD)
    world.go_to(f"{MONDAY} 15:45")
    assert world.sent == []
    world.go_to(f"{MONDAY} 15:51")
    assert told(world) == OUTSIDE
    tablet.do("skip")
    world.go_to(f"{MONDAY} 20:00")

    assert [one.kind for one in alerts(world)] == ["left_unsent"]


def test_sent_after_all_it_goes_where_she_sends_it_and_nothing_is_left(
    world: World, tablet: Tablet
):
    begin(tablet)
    world.go_to(f"{MONDAY} 15:31")
    tablet.write(HARD)
    tablet.do("skip")
    tablet.pick("listen")
    tablet.do("send")
    world.settle()

    states = {one.kind: one.state for one in alerts(world)}
    assert states == {"left_unsent": "closed", "someone_hurt": "open"}
    assert {MARCUS, LENA} <= told(world)
    assert "The safeguarding lead" not in tablet.pick("self")
    world.go_to(f"{MONDAY} 20:00")
    assert len([one for one in alerts(world) if one.kind == "left_unsent"]) == 1


def test_the_lead_takes_it_and_nobody_else_is_told(world: World, tablet: Tablet):
    begin(tablet)
    world.go_to(f"{MONDAY} 15:30")
    Phone(world, LEAD).arrives("ok")
    world.go_to(f"{MONDAY} 15:44")

    (alert,) = alerts(world)
    assert alert.taken_by == world.cast.safeguarding
    assert JO not in told(world)


def test_what_the_pages_say_of_it_is_what_then_happens(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    assert "If someone hurt you and you do not send it, we tell people outside" in tablet.words
    tablet.do("start")
    tablet.pick("no_one")
    tablet.do("stop")
    assert THEM not in tablet.words  # there is nothing of it yet
    tablet.follow("Back")
    tablet.pick("hurt")
    tablet.do("stop")
    assert f"we tell {THEM} within the hour that you began. They cannot read it." in tablet.words
    assert "You can ring the safeguarding lead: 07700 900301." in tablet.words
    tablet.press("/stop", ("choice", "carry_on_later"))
    assert f"we tell {THEM} within the hour" in tablet.words
    assert "You can ring the advocacy service: 07700 900302." in tablet.words
    ended = tablet.at

    world.go_to(f"{MONDAY} 15:31")

    assert told(world) == OUTSIDE
    assert "began to tell us something. They cannot read it." in tablet.open(ended)


def test_my_page_offers_to_go_on_or_to_throw_it_away(world: World, tablet: Tablet):
    of_her_own(world)
    own = Tablet(world, world.cast.house_tablet)
    begin(own)
    own.open("/tablet/my-page")

    assert "You began to tell us something. Go on." in own.words
    own.follow("Throw away")
    own.press("/throw-away", ("choice", "throw_away"))
    assert "You began to tell us something." not in own.open("/tablet/my-page")
    world.go_to(f"{MONDAY} 20:00")
    assert world.sent == []


def test_words_of_an_old_page_after_it_was_thrown_away_are_told_too(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick("no_one")
    tablet.pick("wrong")
    tablet.follow("Write")
    old = tablet.page
    where = tablet.at
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    tablet.open(f"/tablet/check-in/{row.id}/throw-away")
    tablet.press("/throw-away", ("choice", "throw_away"))
    tablet.page, tablet.at = old, where
    tablet.press("", words=HARD)
    world.go_to(f"{MONDAY} 20:00")

    assert told(world) == OUTSIDE
