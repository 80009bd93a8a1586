"""Marcus says something to Ana on her tablet, and her answer calls for somebody."""

import pytest

from tests.conftest import World
from tests.journeys.doors import LENA, MARCUS, Desk, Tablet
from tests.journeys.records import alerts, steps
from tests.journeys.test_calls_on_the_tablet import calls, rung
from tests.journeys.test_hurt_by_text import pages_of

GROUP_DAYS = ("sat",)  # Dev stays at home

PRIYA = "+447700900101"
ASKED = "Are you all right?"


def answers(tablet: Tablet, who: str, words: str) -> str:
    """Let a member of staff ask something in the check-in at which Ana is, and Ana answer it."""
    check_in = tablet.at.split("/")[3]
    desk = Desk(tablet.world, who)
    desk.open(f"/staff/check-ins/{check_in}")
    desk.press("/say", words=ASKED)
    tablet.open(f"/tablet/check-in/{check_in}")
    tablet.follow(f"Answer {who.title()}")
    tablet.follow("Write")
    return tablet.press("", words=words)


@pytest.fixture
def morning(world: World, tablet: Tablet) -> Tablet:
    """Ana, at the second question of her morning."""
    world.go_to("2026-10-20 10:35")
    tablet.begin("How was my morning?")
    tablet.pick("ok")
    return tablet


def test_who_asks_for_a_person_in_an_answer_is_told_who_comes(morning: Tablet):
    page = answers(morning, "marcus", "im scared please call me")

    (call,) = calls(morning.world)
    assert (call.kind, call.level) == ("person_asked_for", "soon")
    assert "We are telling Marcus now." in page
    assert [one.title for one in alerts(morning.world, task=True)] == ["Ana answered Marcus."]


def test_a_cry_in_an_answer_rings_at_once_and_once(morning: Tablet):
    page = answers(morning, "marcus", "help im not safe")
    morning.world.go_to("2026-10-20 10:36")

    (call,) = calls(morning.world)
    assert call.level == "now"
    assert {MARCUS, LENA} <= rung(morning.world)
    assert "We are telling" in page
    assert [kind for _, kind, _ in steps(morning.world, call)].count("again") == 0


def test_no_call_is_made_of_an_answer_in_another_sense(morning: Tablet):
    page = answers(morning, "marcus", "yes lena helped me")

    assert calls(morning.world) == []
    assert "Marcus will read this by 21:30." in page


@pytest.mark.parametrize("who", ["marcus", "priya"])
@pytest.mark.parametrize("words", ["call me not marcus", "please call me marcus wont stop"])
def test_who_asks_for_somebody_in_words_of_him_is_heard_by_others_as_soon(
    morning: Tablet, who: str, words: str
):
    page = answers(morning, who, words)
    morning.world.go_to("2026-10-20 10:36")

    (alert,) = alerts(morning.world)
    assert (alert.kind, alert.level) == ("told", "soon")
    assert "We are telling Jo and Lena now." in page
    assert MARCUS not in rung(morning.world)


def told(tablet: Tablet, kind: str) -> None:
    """Ana tells something, keeps it from Marcus, and picks Priya to see it."""
    cast = tablet.world.cast
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(cast.marcus)
    tablet.pick(kind)
    tablet.write("too loud at night")
    tablet.pick(cast.priya)
    tablet.pick("listen")
    tablet.do("send")
    tablet.pick("self")
    tablet.world.go_to("2026-10-19 15:03")


@pytest.mark.parametrize("kind", ["good", "hurt"])
def test_in_a_talk_told_apart_who_asked_hears_it_and_nobody_it_is_kept_from(
    tablet: Tablet, kind: str
):
    told(tablet, kind)

    page = answers(tablet, "priya", "im scared please call me")
    tablet.world.go_to("2026-10-19 15:04")

    assert calls(tablet.world) == []
    assert PRIYA in rung(tablet.world)
    assert MARCUS not in rung(tablet.world)
    assert "We are telling" in page
    assert "Priya" in page


def test_in_a_talk_told_apart_a_cry_that_names_him_is_told_to_others_at_once(tablet: Tablet):
    told(tablet, "good")
    tablet.world.sent.clear()
    before = pages_of(tablet.world, "marcus")

    page = answers(tablet, "priya", "im not ok because of marcus")
    tablet.world.go_to("2026-10-19 15:04")

    assert calls(tablet.world) == []
    assert "We are telling" in page
    assert len(rung(tablet.world)) >= 2
    assert MARCUS not in rung(tablet.world)
    assert pages_of(tablet.world, "marcus") == before


def test_in_a_talk_told_apart_a_cry_that_names_nobody_is_of_those_it_is_kept_from(tablet: Tablet):
    told(tablet, "good")
    tablet.world.sent.clear()
    before = pages_of(tablet.world, "marcus")

    page = answers(tablet, "priya", "help im not ok")
    tablet.world.go_to("2026-10-19 15:04")

    assert calls(tablet.world) == []
    assert {LENA, PRIYA} <= rung(tablet.world)
    assert MARCUS not in rung(tablet.world)
    assert "We are telling" in page
    assert pages_of(tablet.world, "marcus") == before
