"""Whatever hurts to say is met, and no question after it sounds as if nobody had listened."""

import pytest

from checkin.conversation.talking.said import Back, DontKnow, OwnWordsGiven, Picked, Skip, Start
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
    assert [key for key, one in points.items() if one.marks and not one.reply] == []


def test_no_flow_that_ships_asks_for_what_was_good_after_not_good():
    for flow in all_shipped():
        if any(getattr(step, "with_", "") == "feel_3" for step in flow.steps.values()):
            ana = Conversation(flow).say(Start(), Picked(("not_good",)))
            assert ana.prompt.said_back
            assert ana.prompt.lines != ("What was good?",)
            stays = ana.prompt.kind != "own_words"  # words beside a choice do not go on
            assert bool(ana.say(OwnWordsGiven("bad")).prompt.said_back) is stays
