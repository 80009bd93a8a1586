"""Whatever hurts to say is met, and no question after it sounds as if nobody had listened."""

from dataclasses import replace

import pytest

from checkin.conversation.talking.engine import opening, turn
from checkin.conversation.talking.manner import TABLET
from checkin.conversation.talking.said import (
    Back,
    DontKnow,
    GoOn,
    OwnWordsGiven,
    Picked,
    Said,
    Skip,
    Start,
)
from tests.unit.talking.conversations import Conversation, all_shipped, library, shipped


def after_the_week(*said):
    return Conversation(shipped("what_matters")).say(Start(), *said)


def test_not_good_is_met_and_the_next_question_goes_with_it():
    ana = after_the_week(Picked(("not_good",)))
    assert ana.prompt.said_back == "That sounds hard. Thank you for telling us."
    assert ana.prompt.lines == ("What was not good?",)
    assert ana.say(DontKnow()).prompt.lines == ("Was anything good?",)


@pytest.mark.parametrize("said", [Picked(("good",)), Picked(("ok",)), Skip(), DontKnow()])
def test_after_any_other_week_what_was_good_comes_first(said):
    ana = after_the_week(said)
    assert ana.prompt.lines == ("What was good?",)
    assert ana.say(DontKnow()).prompt.lines == ("What was not good?",)
    assert ana.say(DontKnow()).prompt.lines == ("What feels important right now?",)


def test_a_week_that_turns_out_otherwise_is_asked_about_otherwise():
    ana = after_the_week(Picked(("good",)), Picked(("out",)), Back(), Back(), Picked(("not_good",)))
    assert ana.prompt.lines == ("What was not good?",)
    assert [ana.prompt.number, ana.prompt.of] == [2, 9]


def test_the_start_page_counts_the_questions_that_then_come():
    ana = Conversation(shipped("what_matters"))
    assert "This has about 9 questions." in ana.prompt.lines
    assert ana.say(Start(), Picked(("not_good",))).prompt.of == 9


@pytest.mark.parametrize("name", sorted(library().scales))
def test_every_low_point_of_every_scale_that_ships_is_met(name):
    points = library().scales[name].points
    assert [key for key, one in points.items() if {*one.marks} - {"sure"} and not one.reply] == []


def test_no_flow_that_ships_asks_for_what_was_good_after_not_good():
    for flow in all_shipped():
        if any(getattr(step, "with_", "") == "feel_3" for step in flow.steps.values()):
            ana = Conversation(flow).say(Start(), Picked(("not_good",)))
            assert ana.prompt.said_back
            assert ana.prompt.lines != ("What was good?",)
            stays = ana.prompt.kind != "own_words"  # words beside a choice do not go on
            assert bool(ana.say(OwnWordsGiven("bad")).prompt.said_back) is stays


MET = {
    "im sad and nobody listens": "Thank you for telling us.",
    "marcus hit me": "Thank you for telling us.",
    "im scared": "Thank you for telling us.",
    "i want to go out more": "Thank you for saying what you want.",
    "thank you so much": "Thank you too.",
    "is art on": None,
    "the sun is out": None,
}


@pytest.mark.parametrize(("words", "met"), MET.items())
def test_own_words_are_met_on_the_next_page_as_what_they_are(words: str, met: str | None):
    ana = after_the_week(Skip(), Skip(), Skip(), OwnWordsGiven(words))

    assert ana.prompt.lines == ("What would make next week better?",)
    assert ana.prompt.said_back == met
    assert ana.so_far.answers["important"].reply == met


def test_words_beside_a_face_are_met_once_she_goes_on_and_its_own_reply_comes_first():
    sad = OwnWordsGiven("im sad")
    assert after_the_week(sad, Picked(("ok",))).prompt.said_back == "Thank you for telling us."
    assert after_the_week(sad, GoOn()).prompt.said_back == "Thank you for telling us."
    hard = "That sounds hard. Thank you for telling us."
    assert after_the_week(sad, Picked(("not_good",))).prompt.said_back == hard


def test_words_that_she_changes_are_met_as_what_they_are_now():
    ana = after_the_week(Skip(), Skip(), Skip(), OwnWordsGiven("im sad"), Back())
    ana.say(OwnWordsGiven("the sun is out"))
    assert (ana.prompt.said_back, ana.so_far.answers["important"].reply) == (None, None)

    ana = after_the_week(OwnWordsGiven("im sad"), Picked(("not_good",)), Back())
    ana.say(OwnWordsGiven("i want more"), Picked(("good",)))
    assert ana.prompt.said_back == "Thank you for saying what you want."


def test_by_text_what_reads_them_is_said_and_no_more():
    dev = Conversation(shipped("group_day"), "text").say(Said("1"), Said("1"), Said("1"), Said("4"))
    assert dev.say(Said("im sad")).prompt.said_back is None


def test_a_frame_of_before_meets_nothing():
    before = replace(library().frame, lines={
        name: line for name, line in library().frame.items() if not name.startswith("met_")
    })  # fmt: skip
    flow, about = shipped("how_i_am"), Conversation(shipped("how_i_am")).about
    so_far = opening(flow, about, TABLET, before).so_far
    for reply in (Start(), Skip(), OwnWordsGiven("im sad")):
        taken = turn(flow, so_far, reply, TABLET, before)
        so_far = taken.so_far
    assert taken.prompt.said_back is None
