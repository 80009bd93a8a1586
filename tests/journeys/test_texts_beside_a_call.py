"""Dev called for help, and Priya is at his texts: the call stands there, and words take it if she says so."""

import pytest

from tests.conftest import World
from tests.journeys.doors import DEV, Desk, Phone
from tests.journeys.records import alerts
from tests.journeys.test_staff_answer_a_text import at_the_texts

DAY = "2026-10-19"
GROUP_DAYS = ("sat",)


@pytest.fixture
def called(world: World) -> World:
    """Dev texted HELP; two minutes later nobody has it."""
    Phone(world).text(f"{DAY} 15:00", "HELP")
    world.go_to(f"{DAY} 15:02")
    return world


def test_the_call_stands_on_top_with_its_take(called: World):
    priya = at_the_texts(called, "priya")
    (call,) = alerts(called)

    assert priya.words.index(call.title) < priya.words.index("The last four weeks")
    priya.press(f"/staff/alerts/{call.id}/take")

    assert alerts(called)[0].taken_by == called.cast.priya


def test_what_she_says_takes_it_where_she_ticks_that(called: World):
    priya = at_the_texts(called, "priya")
    (call,) = alerts(called)
    assert f"I take this with it: {call.title}" in priya.words

    priya.press("/say", words="I am coming now Dev.", answers=[call.id])
    called.settle()

    assert alerts(called)[0].taken_by == called.cast.priya
    assert "Priya: I am coming now Dev." in called.texts(DEV)


def test_else_it_waits_and_the_page_goes_on_saying_so(called: World):
    priya = at_the_texts(called, "priya")

    priya.press("/say", words="I am coming now Dev.")

    assert alerts(called)[0].taken_by is None
    assert "Nobody has it yet." in priya.words


def test_what_he_asked_before_is_not_answered_by_words_beside_his_call(world: World):
    Phone(world).text(f"{DAY} 14:00", "when is art on")
    Phone(world).text(f"{DAY} 15:00", "HELP")
    world.go_to(f"{DAY} 15:02")

    at_the_texts(world, "priya").press("/say", words="I am coming now Dev.")

    assert [one.state for one in alerts(world, task=True)] == ["open"]


def test_his_ok_afterwards_stands_on_the_call(called: World):
    priya = at_the_texts(called, "priya")
    (call,) = alerts(called)
    priya.press("/say", words="I am coming now Dev.", answers=[call.id])
    called.settle()

    Phone(called).text(f"{DAY} 15:04", "ok")

    assert 'Texted: "ok"' in Desk(called, "priya").open(f"/staff/alerts/{call.id}")
