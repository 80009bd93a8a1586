"""Whoever answers in words what Dev texted has it: it is not late, and nobody else is asked."""

import pytest

from checkin.storage import record_check
from checkin.storage.tables import LoopRow, WordsOfStaffRow
from tests.conftest import World
from tests.journeys.doors import JO, MARCUS, Desk, Phone
from tests.journeys.records import alerts, kept
from tests.journeys.test_staff_answer_a_text import ASKED, at_the_texts, said_by

GROUP_DAYS = ("sat",)  # nothing is asked by text
DAY = "2026-10-19"
ANSWERS = f'It answers this, and I have it then: "{ASKED}"'


@pytest.fixture
def asked(world: World) -> World:
    """Dev asked when art is on; a minute later somebody looks."""
    Phone(world).text(f"{DAY} 15:00", ASKED)
    world.go_to(f"{DAY} 15:01")
    return world


def what_dev_said(world: World, who: str) -> Desk:
    desk = Desk(world, who)
    desk.open(f"/staff/people/{world.cast.dev}/said")
    return desk


def test_before_she_says_it_priya_reads_what_it_answers(asked: World):
    assert ANSWERS in at_the_texts(asked, "priya").words


def test_a_question_that_she_answers_is_off_every_list(asked: World):
    said_by(at_the_texts(asked, "priya"))

    (task,) = alerts(asked, task=True)
    assert (task.state, task.outcome) == ("closed", "answered in words")
    assert "Dev sent a message." not in Desk(asked, "marcus").words
    with asked.app.app_context():
        assert list(record_check.faults()) == []


def test_nobody_else_is_texted_of_it_that_day_nor_the_next(asked: World):
    said_by(at_the_texts(asked, "priya"), "Art is at 10 on Friday.")
    before = len(asked.sent)

    asked.go_to("2026-10-20 15:00")

    told = [one for one in asked.sent[before:] if one.number in (MARCUS, JO)]
    assert not [one for one in told if "message" in one.body]


def test_what_dev_said_shows_who_answered_and_is_not_late(asked: World):
    said_by(at_the_texts(asked, "priya"), "Art is at 10 on Friday.")
    asked.go_to("2026-10-28 10:00")

    lena = what_dev_said(asked, "lena")

    assert "Priya answered in words, " in lena.words
    assert "Late:" not in lena.words
    assert "Late:" not in Desk(asked, "lena").open(f"/staff/people/{asked.cast.dev}")
    assert lena.words.index("Done, or answered") < lena.words.index(ASKED)


def test_whoever_finds_more_in_it_decides_it_still(asked: World):
    said_by(at_the_texts(asked, "priya"))
    lena = what_dev_said(asked, "lena")

    lena.press("/decide", decision="do", we_did="We go to art with you", due_on="2026-10-23")

    assert kept(asked, LoopRow)[0].decision == "do"
    assert lena.words.index(ASKED) < lena.words.index("Add what Dev said in a talk")


def test_what_is_not_ticked_waits_as_it_did(asked: World):
    priya = at_the_texts(asked, "priya")

    priya.press("/say", words="Hello Dev", answers=[])

    (task,) = alerts(asked, task=True)
    assert (task.state, task.taken_by) == ("open", None)
    assert kept(asked, LoopRow)[0].read_at is None


def test_a_wish_that_she_answers_is_asked_of_nobody_and_still_to_be_decided(world: World):
    Phone(world).text(f"{DAY} 15:00", "i want to go to the seaside")
    world.go_to(f"{DAY} 15:01")

    said_by(at_the_texts(world, "lena"), "I will ask Priya")

    (task,) = alerts(world, task=True)
    assert (task.state, task.taken_by) == ("closed", world.cast.lena)
    (loop,) = kept(world, LoopRow)
    assert (loop.read_by, loop.decision) == (world.cast.lena, None)
    page = what_dev_said(world, "marcus").words
    assert page.index("i want to go to the seaside") < page.index("Add what Dev said in a talk")
    assert "Lena answered in words" in page


def test_a_wish_in_the_same_minute_as_a_question_waits_for_a_decision(world: World):
    Phone(world).text(f"{DAY} 15:00:00", ASKED)
    Phone(world).text(f"{DAY} 15:00:30", "i want to go to the seaside")
    world.go_to(f"{DAY} 15:01")

    said_by(at_the_texts(world, "priya"), "Art is at 10 on Friday.")

    (task,) = alerts(world, task=True)
    assert (task.state, task.taken_by) == ("closed", world.cast.priya)
    wish = next(one for one in kept(world, LoopRow) if "seaside" in (one.words or ""))
    assert (wish.read_by, wish.decision) == (world.cast.priya, None)


def test_what_he_says_after_her_answer_is_not_answered_yet(world: World):
    Phone(world).text(f"{DAY} 15:00", "i want to go to the seaside")
    world.go_to(f"{DAY} 15:01")
    said_by(at_the_texts(world, "priya"), "I will ask Jo.")
    Phone(world).text(f"{DAY} 15:05", "and i want an ice cream")

    page = what_dev_said(world, "lena").words

    assert page.count("Priya answered in words") == 1
    assert len(kept(world, LoopRow)) == 2


def test_what_he_adds_in_the_same_minute_with_texts_off_is_not_answered_yet(world: World):
    Phone(world).text(f"{DAY} 14:50", "STOP")
    Phone(world).text(f"{DAY} 15:00:05", "i want to go to the seaside")
    world.go_to(f"{DAY} 15:00:20")
    said_by(at_the_texts(world, "priya"), "I will ask Jo.")
    Phone(world).text(f"{DAY} 15:00:40", "and i want an ice cream")

    page = what_dev_said(world, "lena").words

    assert len(kept(world, LoopRow)) == 2
    assert page.count("Priya answered in words") == 1


def test_what_he_asks_after_the_page_was_opened_is_not_answered_by_it(asked: World):
    priya = at_the_texts(asked, "priya")
    Phone(asked).text(f"{DAY} 15:14", "can i bring sam")

    priya.press("/say", words="Art is at 10 on Friday.")

    assert [one.state for one in alerts(asked, task=True)] == ["closed", "open"]


def test_by_whatever_id_nothing_of_another_is_answered(asked: World):
    (task,) = alerts(asked, task=True)
    priya = Desk(asked, "priya")
    priya.open(f"/staff/people/{asked.cast.ana}/texts")

    sent = {**next(one.fields for one in priya.page.forms.values() if one.action.endswith("/say"))}

    priya.client.post(
        f"/staff/people/{asked.cast.ana}/say",
        data={**sent, "words": "Hello Ana", "answers": task.id},
    )

    assert [one.words for one in kept(asked, WordsOfStaffRow)] == ["Hello Ana"]
    assert alerts(asked, task=True)[0].state == "open"


def test_what_he_answered_priya_is_not_late_once_marcus_answers_that(world: World):
    at_the_texts(world, "priya").press("/say", words="Hi Dev. Pasta or soup for tea?")
    world.settle()
    Phone(world).text(f"{DAY} 15:03", "soup")
    assert [one.title for one in alerts(world, task=True)] == ["Dev answered Priya."]

    said_by(at_the_texts(world, "marcus"), "Soup it is Dev.")
    before = len(world.sent)
    world.go_to("2026-10-22 15:00")

    (task,) = alerts(world, task=True)
    assert (task.state, task.outcome) == ("closed", "answered in words")
    assert not [one for one in world.sent[before:] if "answered Priya" in one.body]
    lena = what_dev_said(world, "lena").words
    assert "Marcus answered in words, " in lena
    assert "Late:" not in lena


def test_whoever_asked_gets_one_text_that_he_answered_and_not_a_word_of_it(world: World):
    at_the_texts(world, "marcus").press("/say", words="Hi Dev. Pasta or soup for tea?")
    world.settle()
    for minute, words in ((3, "soup"), (4, "with bread")):
        Phone(world).text(f"{DAY} 15:0{minute}", words)
    world.settle()

    told = [one.body for one in world.sent if one.number == MARCUS]
    assert [one.partition(" Read it: ")[0] for one in told] == ["Dev answered what you said."]
    assert "soup" not in str(told)


def test_what_he_answers_at_night_is_texted_to_marcus_in_the_morning(world: World):
    at_the_texts(world, "marcus").press("/say", words="Pasta or soup for tea?")
    world.settle()
    Phone(world).text(f"{DAY} 22:40", "soup")
    world.settle()
    before = len(world.texts(MARCUS))

    world.go_to("2026-10-20 07:31")

    assert before == 0
    assert world.texts(MARCUS)[0].startswith("Dev answered what you said.")
