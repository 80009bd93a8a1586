"""Dev answers his checklist by text in his own words: somebody reads them, finished or not."""

from datetime import time

import pytest

from checkin.storage import loops, texts_heard, which_alerts
from checkin.storage.record_check import faults
from checkin.storage.tables import AlertRow
from tests.conftest import World, london
from tests.journeys.agreed_otherwise import checklist_by_text
from tests.journeys.doors import DEV, Desk, Phone

HEAD = "its fine i ate but my head hurts loads"
BUS = "i know the way but the bus is full of lads"


@pytest.fixture
def phone(world: World) -> Phone:
    """Dev's phone, after two questions of his checklist, which is open until ten past nine."""
    checklist_by_text(world, until=time(9, 10))
    phone = Phone(world)
    phone.text("2026-10-20 08:31", "going")
    phone.text("2026-10-20 08:32", "1")
    return phone


def to_read(world: World) -> list[AlertRow]:
    with world.app.app_context():
        return [
            one
            for one in which_alerts.alerts_of_person(world.cast.dev)
            if one.kind == "free_message"
        ]


def test_a_worry_beside_an_answer_is_on_the_list_of_the_keyworker_at_once(
    world: World, phone: Phone
):
    phone.text("2026-10-20 08:33", HEAD)

    assert world.texts(DEV)[-1].startswith("Thank you. A person will read your words.")
    (task,) = to_read(world)
    assert (task.level, task.task, task.for_staff) == ("today", True, world.cast.priya)
    assert task.do_by is not None
    assert list(task.what) == [
        'Group day: am I ready? "What about food?"',
        f'Dev: "{HEAD}"',
    ]
    assert HEAD in Desk(world, "marcus").follow(task.title)


def test_it_waits_for_an_answer_from_us_as_every_free_text_does(world: World, phone: Phone):
    phone.text("2026-10-20 08:33", HEAD)

    with world.app.app_context():
        assert [one.words for one in loops.loops_of(world.cast.dev)] == [HEAD]


def test_a_second_one_in_the_same_checklist_joins_the_first(world: World, phone: Phone):
    phone.text("2026-10-20 08:33", HEAD)
    phone.text("2026-10-20 08:34", BUS)

    (task,) = to_read(world)
    page = Desk(world, "priya").follow(task.title)
    assert HEAD in page
    assert BUS in page


def test_words_that_nobody_understood_are_read_when_no_more_comes(world: World, phone: Phone):
    phone.text("2026-10-20 08:33", "had toast")
    assert not to_read(world)  # asked once more

    world.go_to("2026-10-20 09:11")

    (task,) = to_read(world)
    assert task.what[-1] == 'Dev: "had toast"'


def test_what_was_handed_on_already_is_not_handed_on_again_at_the_end(world: World, phone: Phone):
    phone.text("2026-10-20 08:33", HEAD)

    world.go_to("2026-10-20 09:11")

    (task,) = to_read(world)
    assert Desk(world, "priya").follow(task.title).count(f'Dev: "{HEAD}"') == 1


def test_a_checklist_that_was_begun_is_not_called_unanswered(world: World, phone: Phone):
    phone.text("2026-10-20 08:33", HEAD)
    world.go_to("2026-10-20 09:11")

    marcus = Desk(world, "marcus")
    page = marcus.open(f"/staff/people/{world.cast.dev}")
    assert "No answer by 09:10" not in page
    assert "Begun, not finished by 09:10." in page
    said = marcus.follow("Open what Dev said so far")
    assert "I am going" in said
    assert HEAD in said
    assert "Nothing was sent." not in said


def test_while_it_is_open_staff_see_that_it_was_begun(world: World, phone: Phone):
    page = Desk(world, "marcus").open(f"/staff/people/{world.cast.dev}")

    assert "Begun, not finished yet." in page


def test_two_texts_of_one_thought_are_one_answer_and_one_loop(world: World, phone: Phone):
    phone.text("2026-10-20 08:33:00", HEAD)
    asked = len(world.texts(DEV))
    phone.text("2026-10-20 08:33:04", "since i got up")

    with world.app.app_context():
        (loop,) = loops.loops_of(world.cast.dev)
        assert loop.words == f"{HEAD}\nsince i got up"
        assert list(faults()) == []
        assert len(texts_heard.texts_from(world.cast.dev, london("2026-10-20 08:33"))) == 2
    assert len(world.texts(DEV)) == asked  # what was asked stands
    (task,) = to_read(world)
    assert "since i got up" in Desk(world, "priya").follow(task.title)

    phone.text("2026-10-20 08:33:09", "i know the way")
    assert world.texts(DEV)[-1].startswith("How is your phone?")


def test_a_plain_answer_that_comes_at_once_is_an_answer(world: World, phone: Phone):
    phone.text("2026-10-20 08:33:00", HEAD)
    phone.text("2026-10-20 08:33:04", "1")

    assert world.texts(DEV)[-1].startswith("How is your phone?")
