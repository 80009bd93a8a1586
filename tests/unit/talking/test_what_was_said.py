"""What was said can be kept between two turns, and told again in order, both sides of it."""

import json

from hypothesis import given as whatever
from hypothesis import settings
from hypothesis import strategies as st

from checkin.conversation.saying.both_sides import Line, on_the_road, told
from checkin.conversation.talking.about import About
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.keeping import from_json, to_json
from checkin.conversation.talking.said import (
    Change,
    DidIt,
    DontKnow,
    GoOn,
    OwnWordsGiven,
    Picked,
    Start,
)
from checkin.conversation.talking.standing import SoFar
from tests.unit.talking.conversations import Conversation, shipped

_words = st.text(max_size=12) | st.sampled_from(["{name}", "\ud800", "\u202e", "😀", '"\\\n'])
_tuples = st.lists(_words, max_size=3).map(tuple)
_pairs = st.dictionaries(_words, _words, max_size=3)
_given = st.builds(Given, step=_words, asked=_words, choices=_tuples, labels=_tuples,
                   symbol=st.none() | _words, symbols=st.lists(st.none() | _words, max_size=2).map(tuple),
                   words=st.none() | _words, media=_tuples, marks=_tuples, reply=st.none() | _words)  # fmt: skip
_answers = st.lists(_given, max_size=4).map(lambda many: {one.step: one for one in many})
_about = st.builds(About, values=_pairs, profile=_pairs)
_so_far = st.builds(SoFar, about=_about, step=st.none() | _words, answers=_answers,
                    checking=st.none() | _words, done=st.none() | st.builds(DidIt, who=st.none() | _words))  # fmt: skip


@whatever(_so_far)
@settings(max_examples=300, deadline=None)
def test_whatever_was_said_is_kept_and_read_again_exactly(so_far):
    kept = to_json(so_far)
    assert from_json(kept) == so_far
    assert list(from_json(kept).answers) == list(so_far.answers)
    assert kept.isascii()


def test_a_whole_conversation_is_kept_at_every_turn():
    ana = Conversation(shipped("my_morning_daily"))
    ana.say(Start(), Picked(("good",)), Picked(("some",)), OwnWordsGiven("loud", ("v1",)))
    for turn in ana.turns:
        assert from_json(to_json(turn.so_far)) == turn.so_far


def test_what_is_as_usual_takes_no_room():
    assert json.loads(to_json(SoFar(About()))) == {
        "about": {"values": {}, "profile": {}, "lists": {}},
        "answers": [],
    }


def test_both_sides_are_told_in_order_with_pictures():
    ana = Conversation(shipped("my_morning_daily"))
    ana.say(Start(), Picked(("good",)), Picked(("some",)), OwnWordsGiven("{loud}", ("v1",)))

    lines = told(on_the_road(ana.flow, ana.so_far))

    assert lines == (
        Line("app", "daily_how", ("How was your morning?",), ("time.morning",)),
        Line("person", "daily_how", ("Good",), ("feel.good",), keys=("good",)),
        Line("app", "daily_kept", ("Did staff keep to your plan?",), ("life.plan",)),
        Line("person", "daily_kept", ("Some of it",), ("amount.bit",), keys=("some",)),
        Line("app", "daily_kept", ("Thank you for telling us.",), (None,)),
        Line("app", "daily_diff", ("What was different?",), ("nav.change",)),
        Line("person", "daily_diff", (), (), "{loud}", ("v1",)),
    )


def test_a_question_passed_by_is_told_without_an_answer():
    ana = Conversation(shipped("my_morning_daily")).say(Start(), GoOn(), DontKnow())
    lines = told(on_the_road(ana.flow, ana.so_far))
    assert [(line.speaker, line.silence) for line in lines] == [
        ("app", None), ("app", None), ("person", "dont_know"),
    ]  # fmt: skip


def test_what_no_longer_stands_is_not_told():
    ana = Conversation(shipped("my_morning_daily"))
    ana.say(Start(), Picked(("good",)), Picked(("some",)), Picked(("noise",)))
    ana.say(Change("daily_kept"), Picked(("all",)))
    assert {given.step for given in on_the_road(ana.flow, ana.so_far)} == {
        "daily_how",
        "daily_kept",
    }


def test_practice_is_not_told_for_nothing_of_it_is_kept():
    ana = Conversation(shipped("getting_ready"))
    ana.say(Start(), Picked(("tap",)), Picked(("bus",)), OwnWordsGiven("is it sad"), GoOn())
    steps = [given.step for given in on_the_road(ana.flow, ana.so_far)]
    assert steps == ["how", "practise_face"]
