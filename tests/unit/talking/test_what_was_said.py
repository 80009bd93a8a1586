"""What was said can be kept between two turns, and told again in order, both sides of it."""

import json

from hypothesis import given as whatever
from hypothesis import settings
from hypothesis import strategies as st

from checkin.conversation.saying.both_sides import Ours, Theirs, above, talk_so_far, told
from checkin.conversation.talking.about import About
from checkin.conversation.talking.facts import Sent
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
    Stop,
)
from checkin.conversation.talking.standing import SoFar
from tests.unit.talking.conversations import Conversation, flow_of, shipped
from tests.unit.talking.test_whatever_is_answered import BOUNDED, FLOWS, MOVES, answer

_words = st.text(max_size=12) | st.sampled_from(["{name}", "\ud800", "\u202e", "😀", '"\\\n'])
_tuples = st.lists(_words, max_size=3).map(tuple)
_pairs = st.dictionaries(_words, _words, max_size=3)
_given = st.builds(Given, step=_words, asked=_words, choices=_tuples, labels=_tuples,
                   symbol=st.none() | _words, symbols=st.lists(st.none() | _words, max_size=2).map(tuple),
                   words=st.none() | _words, media=_tuples, marks=_tuples, reply=st.none() | _words)  # fmt: skip
_answers = st.lists(_given, max_size=4).map(lambda many: {one.step: one for one in many})
_about = st.builds(About, values=_pairs, profile=_pairs)
_so_far = st.builds(SoFar, about=_about, step=st.none() | _words, answers=_answers,
                    checking=st.none() | _words, kept_out=_tuples, done=st.none() | st.builds(DidIt, who=st.none() | _words))  # fmt: skip


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


def test_who_helped_is_kept_with_what_was_said():
    helped = SoFar(About(), done=DidIt("helped", "priya"))

    assert from_json(to_json(helped)) == helped


def test_what_is_as_usual_takes_no_room():
    assert json.loads(to_json(SoFar(About()))) == {
        "about": {"values": {}, "profile": {}, "lists": {}},
        "answers": [],
    }


def test_both_sides_are_told_in_order_with_pictures():
    ana = Conversation(shipped("my_morning_daily"))
    ana.say(Start(), Picked(("good",)), Picked(("some",)), OwnWordsGiven("{loud}", ("v1",)))

    assert talk_so_far(ana.flow, ana.so_far) == (
        Ours("daily_how", ("How was your morning?",), ("time.morning",)),
        Theirs("daily_how", ("Good",), ("feel.good",), keys=("good",), can_change=True),
        Ours("daily_kept", ("Did staff keep to your plan?",), ("life.plan",)),
        Theirs("daily_kept", ("Some of it",), ("amount.bit",), keys=("some",), can_change=True),
        Ours("daily_kept", ("Thank you for telling us.",), (None,)),
        Ours("daily_diff", ("What was different?",), ("nav.change",)),
        Theirs("daily_diff", own_words="{loud}", media=("v1",), can_change=True),
    )


def test_a_question_passed_by_stands_without_an_answer_and_can_still_be_answered():
    ana = Conversation(shipped("my_morning_daily")).say(Start(), GoOn(), DontKnow())

    passed, unsure = answers_of(talk_so_far(ana.flow, ana.so_far))

    assert (passed.says_nothing, passed.can_change, passed.silence) == (True, True, None)
    assert (unsure.says_nothing, unsure.silence) == (False, "dont_know")


def test_what_no_longer_stands_is_not_told():
    ana = Conversation(shipped("my_morning_daily"))
    ana.say(Start(), Picked(("good",)), Picked(("some",)), Picked(("noise",)))
    ana.say(Change("daily_kept"), Picked(("all",)))
    assert {one.step for one in talk_so_far(ana.flow, ana.so_far)} == {"daily_how", "daily_kept"}


def test_practice_is_not_told_for_nothing_of_it_is_kept():
    ana = Conversation(shipped("getting_ready"))
    ana.say(Start(), Picked(("tap",)), Picked(("bus",)), OwnWordsGiven("is it sad"), GoOn())
    steps = [one.step for one in answers_of(talk_so_far(ana.flow, ana.so_far))]
    assert steps == ["how", "practise_face"]


def test_our_last_reply_is_said_where_the_question_waits_and_stands_above_after_that():
    ana = Conversation(shipped("my_morning_daily"))
    ana.say(Start(), Picked(("good",)), Picked(("some",)))
    waits = above(ana.flow, ana.so_far)
    ana.say(OwnWordsGiven("it was loud"), GoOn())
    later = above(ana.flow, ana.so_far)

    reply = Ours("daily_kept", ("Thank you for telling us.",), (None,))
    assert (reply in waits, reply in later) == (False, True)
    assert [one.step for one in answers_of(waits)] == ["daily_how", "daily_kept"]


def test_a_question_that_waits_again_stands_once_though_it_was_answered():
    ana = Conversation(shipped("my_morning_daily"))
    ana.say(Start(), Picked(("good",)), Picked(("all",)), Change("daily_how"))

    assert {one.step for one in above(ana.flow, ana.so_far)} == {"daily_kept"}


def test_nothing_can_be_changed_once_it_was_sent_and_all_of_it_stands():
    ana = Conversation(shipped("my_morning_daily"))
    ana.say(Start(), Picked(("good",)), Stop("send"))

    stands = above(ana.flow, ana.so_far)
    (said,) = answers_of(stands)
    assert stands == told(ana.sent)
    assert (said.words, said.can_change) == (("Good",), False)


def test_words_said_to_what_asks_nothing_stand_and_lead_nowhere():
    flow = flow_of({"hello": {"say": "Sit down first."}, "how": {"own_words": "How is it?"}})
    ana = Conversation(flow).say(Start(), OwnWordsGiven("thanks"), GoOn())

    (said,) = answers_of(above(ana.flow, ana.so_far))
    assert (said.own_words, said.can_change) == ("thanks", False)


def test_what_was_left_for_later_stands_whole():
    ana = Conversation(shipped("my_morning_daily"))
    ana.say(Start(), Picked(("good",)), OwnWordsGiven("loud"), Stop("later"))

    assert [one.step for one in answers_of(above(ana.flow, ana.so_far))] == [
        "daily_how",
        "daily_kept",
    ]


@whatever(FLOWS, MOVES)
@BOUNDED
def test_whatever_was_answered_each_answer_stands_once_in_order_and_is_what_would_be_sent(
    flow, moves
):
    ana = answer(Conversation(flow), moves)
    given = talk_so_far(ana.flow, ana.so_far)
    stands = [one.step for one in answers_of(above(ana.flow, ana.so_far))]
    waits = ana.so_far.step if ana.so_far.stage == "steps" else None

    said = [one.step for one in answers_of(given) if not one.says_nothing]
    sent = ana.say(Stop("send")).facts(Sent) if ana.so_far.stage in ("steps", "read_back") else []

    assert stands == [one.step for one in answers_of(given) if one.step != waits]
    assert not sent or said == [one.step for one in sent[0].answers]


def answers_of(sides):
    return [one for one in sides if isinstance(one, Theirs)]


def test_a_private_word_that_was_passed_by_stands_nowhere():
    flow = flow_of({"word": {"private_word": "Pick a word."}, "ok": {"own_words": "And now?"}})
    ana = Conversation(flow).say(Start(), GoOn(), OwnWordsGiven("fine"))

    assert {one.step for one in talk_so_far(ana.flow, ana.so_far)} == {"ok"}
