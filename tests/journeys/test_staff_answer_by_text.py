"""Marcus says something in the middle of Dev's checklist, by text, and what Dev answers comes back."""

from datetime import time

import pytest

from checkin import clock
from checkin.actions.start_check_in import begin
from checkin.actions.take_answer import take_answer
from checkin.conversation.flows.gsm7 import parts
from checkin.conversation.talking.said import OwnWordsGiven, Picked, Start
from checkin.storage import record_check
from checkin.storage.tables import CheckInRow, HeardRow, LoopRow, WordsOfStaffRow
from tests.conftest import World
from tests.journeys.agreed_otherwise import checklist_by_text
from tests.journeys.doors import DEV, Desk, Phone
from tests.journeys.records import alerts, kept

HELLO = "Have a good day. Shall I keep your lunch?"
NOW = "Dev gets this as a text now."


@pytest.fixture
def by_text(world: World) -> World:
    """Dev's checklist comes by text, at half past eight; he has answered its first question."""
    checklist_by_text(world, until=time(9, 10))
    Phone(world).text("2026-10-20 08:31", "going")
    return world


@pytest.fixture
def marcus(by_text: World) -> Desk:
    """Marcus, on the page of that checklist a minute later."""
    by_text.go_to("2026-10-20 08:32")
    return at_the_checklist(by_text, "marcus")


def at_the_checklist(world: World, who: str) -> Desk:
    desk = Desk(world, who)
    (row,) = kept(world, CheckInRow, local_slot="2026-10-20T08:30", channel="text")
    desk.open(f"/staff/check-ins/{row.id}")
    return desk


def said_by(desk: Desk, words: str = HELLO) -> str:
    page = desk.press("/say", words=words)
    desk.world.settle()
    return page


def test_dev_gets_the_words_now_as_the_page_said(by_text: World, marcus: Desk):
    before = len(by_text.texts(DEV))
    assert NOW in marcus.words

    said_by(marcus)

    assert by_text.texts(DEV)[before:] == [f"Marcus: {HELLO}"]
    assert "A text: sent at 08:32" in marcus.open(marcus.at)


def test_pressed_twice_it_is_said_once(by_text: World, marcus: Desk):
    page = marcus.page
    said_by(marcus)
    marcus.page = page

    said_by(marcus)

    assert by_text.texts(DEV).count(f"Marcus: {HELLO}") == 1


def test_pressed_again_after_stop_the_page_shows_what_was_said(by_text: World, marcus: Desk):
    page = marcus.page
    said_by(marcus)
    Phone(by_text).text("2026-10-20 08:40", "STOP")
    marcus.page = page

    assert "Nothing was said yet." not in said_by(marcus)
    assert HELLO in marcus.words


def test_an_answer_to_the_question_that_waits_is_heard_by_the_question(
    by_text: World, marcus: Desk
):
    said_by(marcus)

    Phone(by_text).text("2026-10-20 08:33", "done")

    assert "Have you eaten" in by_text.texts(DEV)[-1] or "?" in by_text.texts(DEV)[-1]
    assert not alerts(by_text, task=True)


def test_dev_answers_marcus_and_marcus_is_told(by_text: World, marcus: Desk):
    said_by(marcus)

    Phone(by_text).text("2026-10-20 08:33", "cheese and pickle please")

    (task,) = alerts(by_text, task=True)
    assert (task.title, task.for_staff) == ("Dev answered Marcus.", by_text.cast.marcus)
    assert task.what == ['Dev: "cheese and pickle please"']
    assert by_text.texts(DEV)[-1] == "Thanks Dev. Marcus will read this by 21:30."
    page = marcus.open(marcus.at)
    in_order = [HELLO, "Dev answered Marcus, 08:33:", "cheese and pickle please"]
    places = [page.index(words) for words in in_order]
    assert places == sorted(places)


def test_what_he_wishes_for_waits_for_a_decision_until_his_answer_is_read(
    by_text: World, marcus: Desk
):
    said_by(marcus)
    Phone(by_text).text("2026-10-20 08:33", "cheese and pickle please")
    (task,) = alerts(by_text, task=True)

    marcus.open(f"/staff/alerts/{task.id}")
    marcus.press("/take")
    marcus.close("Spoke to them", "Kept.")

    (loop,) = kept(by_text, LoopRow)
    assert (loop.read_by, loop.decided_at) == (by_text.cast.marcus, None)


def test_a_second_answer_joins_the_first(by_text: World, marcus: Desk):
    said_by(marcus)

    Phone(by_text).text("2026-10-20 08:33", "cheese and pickle please")
    Phone(by_text).text("2026-10-20 08:40", "and a red apple")

    (task,) = alerts(by_text, task=True)
    page = marcus.open(marcus.at)
    assert page.index("cheese and pickle") < page.index("and a red apple")
    assert task.title == "Dev answered Marcus."


def test_a_bare_ok_comes_back_too_and_is_not_thanked_for(by_text: World, marcus: Desk):
    said_by(marcus, "See you at 4.")
    before = len(by_text.texts(DEV))

    Phone(by_text).text("2026-10-20 08:33", "ok thanks")

    assert by_text.texts(DEV)[before:] == []
    (task,) = alerts(by_text, task=True)
    assert task.title == "Dev answered Marcus."
    assert not kept(by_text, LoopRow)


def test_a_cry_in_an_answer_is_a_cry(by_text: World, marcus: Desk):
    said_by(marcus)

    Phone(by_text).text("2026-10-20 08:33", "help me he is here")

    (call,) = alerts(by_text)
    assert (call.kind, call.level) == ("help_or_not_ok", "now")


def test_a_cry_in_two_pieces_is_a_cry(by_text: World, marcus: Desk):
    said_by(marcus)

    Phone(by_text).text("2026-10-20 08:33", "something is wrong i am not")
    Phone(by_text).text("2026-10-20 08:33:20", "ok")

    assert [one.kind for one in alerts(by_text)] == ["help_or_not_ok"]


def test_in_the_night_the_words_wait_for_the_morning(by_text: World):
    by_text.go_to("2026-10-20 22:00")
    marcus = at_the_checklist(by_text, "marcus")
    assert "Dev gets this as a text tomorrow at 07:30" in marcus.words
    said_by(marcus)

    by_text.go_to("2026-10-21 07:29")
    asleep = f"Marcus: {HELLO}" in by_text.texts(DEV)
    by_text.go_to("2026-10-21 07:31")

    assert not asleep
    assert f"Marcus: {HELLO}" in by_text.texts(DEV)


def test_while_dev_texts_in_the_night_he_is_answered_at_once(by_text: World):
    Phone(by_text).text("2026-10-20 22:00", "i cant sleep")

    marcus = at_the_checklist(by_text, "marcus")

    assert NOW in marcus.words


def test_who_is_on_cover_reads_it_too_where_marcus_is_not(by_text: World):
    Phone(by_text).text("2026-10-20 22:00", "i cant sleep")
    said_by(at_the_checklist(by_text, "marcus"), "Shall I ring you?")

    Phone(by_text).text("2026-10-20 22:05", "no i just want some tea")

    assert by_text.texts(DEV)[-1] == "Thanks Dev. Marcus or Lena will read this by 07:30 tomorrow."


def test_after_stop_nothing_can_be_said_and_nothing_written_is_lost(by_text: World, marcus: Desk):
    Phone(by_text).text("2026-10-20 08:40", "STOP")

    page = marcus.press("/say", words=HELLO, status=400)

    assert "Dev has stopped our texts. Ring Dev. Nothing was said yet." in page
    assert HELLO in marcus.page.html
    assert not kept(by_text, WordsOfStaffRow)


def test_stopped_before_the_morning_the_page_says_that_it_did_not_go(by_text: World):
    by_text.go_to("2026-10-20 22:00")
    marcus = at_the_checklist(by_text, "marcus")
    said_by(marcus)
    Phone(by_text).text("2026-10-21 07:00", "STOP")
    by_text.go_to("2026-10-21 07:40")

    assert "Not sent: texts were stopped." in at_the_checklist(by_text, "marcus").words
    assert f"Marcus: {HELLO}" not in by_text.texts(DEV)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("", "Write what you want to say."),
        ("\0\0", "Write what you want to say."),
        ("a" * 153, "This is 1 letter too long."),
        ("\N{LATIN SMALL LETTER O WITH DOUBLE ACUTE}" * 70, "This is 8 letters too long."),
        ("\N{EURO SIGN}" * 77, "This is 2 letters too long."),
    ],
)
def test_what_one_text_cannot_hold_is_said(by_text: World, marcus: Desk, words: str, wrong: str):
    assert wrong in marcus.press("/say", words=words, status=400)
    assert not kept(by_text, WordsOfStaffRow)


@pytest.mark.parametrize(
    "words", ["a" * 152, "\N{RIGHT-TO-LEFT OVERRIDE}evil", "\N{EURO SIGN}" * 76]
)
def test_what_one_text_holds_is_one_text(by_text: World, marcus: Desk, words: str):
    said_by(marcus, words)

    assert parts(by_text.texts(DEV)[-1]) == 1
    assert f"<bdi>{words}</bdi>" in marcus.page.html


def test_words_of_the_next_day_are_no_answer_any_more(by_text: World, marcus: Desk):
    said_by(marcus)

    Phone(by_text).text("2026-10-21 12:00", "can i go to the cafe")

    assert "Dev answered Marcus." not in {one.title for one in alerts(by_text, task=True)}


def test_the_record_tells_of_it_and_of_no_word(by_text: World, marcus: Desk):
    said_by(marcus)
    Phone(by_text).text("2026-10-20 08:33", "cheese and pickle please")

    with by_text.app.app_context():
        assert list(record_check.faults()) == []
    (heard,) = kept(by_text, HeardRow, words="cheese and pickle please")
    assert heard.read_with == kept(by_text, WordsOfStaffRow)[0].id


def test_who_may_not_read_the_talk_reads_no_text_of_it(world: World):
    told_by_text(world, keep_from=world.cast.priya)
    marcus, priya = Desk(world, "marcus"), Desk(world, "priya")
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    marcus.open(f"/staff/check-ins/{row.id}")
    said_by(marcus)
    Phone(world).arrives("thank you it is her again")

    texts = f"/staff/people/{world.cast.dev}/texts"
    his, hers = marcus.open(texts), priya.open(texts)

    for words in (HELLO, "it is her again"):
        assert words in his
        assert words not in hers
    assert "Dev answered Marcus." not in priya.open("/staff/")


def told_by_text(world: World, keep_from: str) -> None:
    """Dev tells something by text, and keeps it from somebody."""
    with world.app.app_context():
        row = begin(world.cast.dev, "tell_someone", "text", clock.now())
        replies = (Picked((keep_from,)), Picked(("wrong",)), OwnWordsGiven("she shouts"))
        for reply in (Start(), *replies, Picked((world.cast.marcus,)), Picked(("listen",))):
            take_answer(row.id, reply, clock.now())


def test_yes_to_what_marcus_asked_last_is_his_and_the_checkpoint_stays_in_doubt(by_text: World):
    by_text.go_to("2026-10-20 09:16")
    said_by(at_the_checklist(by_text, "marcus"), "Shall I keep your lunch?")
    Phone(by_text).text("2026-10-20 09:17", "yes")
    (answered,) = alerts(by_text, task=True)
    by_text.go_to("2026-10-20 10:00")

    assert answered.what == ['Dev: "yes"']
    (missed,) = (one for one in alerts(by_text) if one.kind == "missed_checkin")
    assert '"yes"' in "".join(missed.what)


def test_yes_to_a_checkpoint_that_asked_after_marcus_is_its_answer(by_text: World):
    by_text.go_to("2026-10-20 09:14")
    said_by(at_the_checklist(by_text, "marcus"), "Shall I keep your lunch?")
    Phone(by_text).text("2026-10-20 09:17", "yes")
    by_text.go_to("2026-10-20 09:44")

    assert alerts(by_text) == []
    assert alerts(by_text, task=True) == []


def test_an_answer_that_names_marcus_in_doubt_stays_with_the_checklist(
    by_text: World, marcus: Desk
):
    said_by(marcus)
    Phone(by_text).text("2026-10-20 08:40", "its marcus")

    assert not kept(by_text, CheckInRow, asks="tell_someone")
    assert "its marcus" in at_the_checklist(by_text, "jo").words
