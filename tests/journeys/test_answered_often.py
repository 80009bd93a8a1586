"""A phone texts on and on: it is heard each time, and not answered for ever."""

import pytest

from tests.conftest import World
from tests.journeys.doors import DEV, LENA, MARCUS, Desk, Phone
from tests.journeys.records import alerts, steps
from tests.journeys.test_hurt_by_text import last_text

GROUP_DAYS = ("sat",)  # Dev stays at home
MONDAY = "2026-10-19"
MOST = 20


def texts_on(phone: Phone, words: str, times: int) -> int:
    """Text the same each half minute from three o'clock; return how often we answered."""
    world = phone.world
    for one in range(times):
        phone.text(f"{MONDAY} 15:{one // 2:02}:{30 * (one % 2):02}", words)
    return sum(one.startswith("We got your text.") for one in world.texts(DEV))


@pytest.mark.parametrize("words", ["HELP", "call me"])
def test_every_call_rings_and_the_same_answer_comes_each_five_minutes(world: World, words: str):
    phone = Phone(world)
    answered = texts_on(phone, words, 60)

    assert MOST < answered <= MOST + 6
    (call,) = (one for one in alerts(world) if not one.task)
    assert len([kind for _, kind, _ in steps(world, call) if kind == "again"]) >= 50


def test_who_comes_is_said_as_soon_as_it_is_another(world: World):
    phone = Phone(world)
    texts_on(phone, "HELP", 40)
    Desk(world, "marcus").take("asked for help")
    phone.text(f"{MONDAY} 15:20:20", "HELP")

    assert last_text(world).startswith("We got your text. Marcus has it, and will ring you.")


def test_staff_are_asked_once_to_see_what_it_is(world: World):
    texts_on(Phone(world), "HELP", 60)

    (task,) = (one for one in alerts(world, task=True) if one.kind == "answered_often")
    assert "Dev's phone sends texts on and on." in task.title
    assert task.what[0] == "We answered 20 in an hour, and answer fewer for now."


def test_what_was_told_apart_is_on_no_list_because_it_came_often(world: World):
    world.go_to(f"{MONDAY} 14:59")
    before = Desk(world, "marcus").open("/staff/")
    texts_on(Phone(world), "marcus hit me", 45)

    assert [one for one in alerts(world) if one.kind == "answered_often"] == []
    assert Desk(world, "marcus").open("/staff/") == before
    assert LENA in {one.number for one in world.sent}
    assert MARCUS not in {one.number for one in world.sent}


def test_an_hour_later_it_is_answered_as_ever(world: World):
    phone = Phone(world)
    texts_on(phone, "what is for tea", 30)
    assert last_text(world)
    said = len(world.texts(DEV))
    phone.text(f"{MONDAY} 16:40", "is lena in today")

    assert len(world.texts(DEV)) == said + 1
