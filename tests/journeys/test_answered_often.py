"""A phone texts on and on: it is heard each time, and not answered for ever."""

import pytest

from checkin import clock
from checkin.actions.change_phone import change_phone_of_person
from checkin.actions.text_person import text_to
from checkin.storage import messages, people
from checkin.storage.transaction import kept_together
from tests.conftest import World
from tests.journeys.doors import DEV, LENA, MARCUS, Desk, Phone
from tests.journeys.records import alerts, steps
from tests.journeys.test_hurt_by_text import last_text

GROUP_DAYS = ("sat",)  # Dev stays at home
MONDAY = "2026-10-19"
MOST = 20
NEW = "+447700900188"


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


def we_texted_back(world: World, more: str = "") -> None:
    """Let Dev have had so many texts of ours just now that answer his. `more`: of what kind."""
    world.go_to(f"{MONDAY} 14:59")
    with world.app.app_context(), kept_together():
        dev = people.the_person(world.cast.dev)
        for one in range(MOST):
            key, body = f"heard:{one}{more}", f"This is {one}."
            messages.put([text_to(dev, "said", {}, clock.now(), key=key, body=body, answers=True)])
    world.settle()
    world.sent.clear()


def test_what_a_conversation_asked_is_no_answer_that_counts(world: World):
    we_texted_back(world, ":answer")
    Phone(world).text(f"{MONDAY} 15:00", "what is for tea")

    assert "will read your question" in world.texts(DEV)[-1]


def test_his_new_number_is_answered_however_often_the_one_of_before_was(world: World):
    we_texted_back(world)
    Phone(world).text(f"{MONDAY} 15:00", "what is for tea")
    assert world.texts(DEV) == []
    with world.app.app_context():
        change_phone_of_person(world.cast.dev, NEW, clock.now())
    Phone(world, NEW).text(f"{MONDAY} 15:02", "what is for tea")

    assert "will read your question" in world.texts(NEW)[-1]
