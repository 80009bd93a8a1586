"""How many questions come is said as it is known, and one alone is put where somebody changes one thing."""

from dataclasses import replace

from checkin.conversation.talking.given import Given
from checkin.conversation.talking.keeping import from_json, to_json
from checkin.conversation.talking.road import walk
from checkin.conversation.talking.said import GoOn, Picked, Start
from checkin.conversation.talking.standing import SoFar
from tests.unit.talking.conversations import ANA, Conversation, flow_of, shipped
from tests.unit.talking.test_the_road import AB, keys


def test_how_many_there_are_is_about_so_many_until_no_answer_can_bring_another():
    ways = {
        "know": {"label": "Know"},
        "other": {"label": "Other", "then": {"how": {"own_words": "How?"}}},
    }
    flow = flow_of({"route": {"ask": "Way?", "choices": ways}, "last": {"own_words": "And?"}})
    other = {"route": Given("route", "?", choices=("other",))}
    words = {"route": Given("route", "?", words="mine")}  # beside which one may still be picked

    assert walk(flow, ANA, {}).how_many({}) == "about 2"
    assert walk(flow, ANA, words).how_many(words) == "about 2"
    assert walk(flow, ANA, other).how_many(other) == "3"


def test_the_last_question_of_her_week_says_about_until_no_other_can_follow_it():
    ana = Conversation(shipped("what_matters"))
    ana.say(Start())
    while ana.prompt.step != "talk":
        ana.say(GoOn())
    last = (ana.prompt.number, ana.prompt.of, ana.prompt.of_about)
    ana.say(Picked(("talk_soon",)))

    assert last == (9, 9, True)
    assert (ana.prompt.number, ana.prompt.of, ana.prompt.of_about) == (10, 10, False)


def test_what_is_asked_alone_is_asked_wherever_it_stands_and_whatever_was_answered():
    ways = {"other": {"label": "Other", "then": {"how": {"own_words": "How?"}}}}
    flow = flow_of({
        "route": {"ask": "Way?", "choices": {**AB, **ways}},
        "why": {"own_words": "Why?", "only_if": {"route": "b"}},
        "who": {"people": "Who?", "from": "nobody", "choices": {"no_one": {"label": "No one"}}},
    })  # fmt: skip
    nobody = replace(ANA, lists={"nobody": ()})

    assert keys(flow, about=nobody) == ["route"]
    for one in ("route", "how", "why", "who"):
        alone = replace(nobody, asks_only=one)
        assert keys(flow, about=alone) == [one]
        assert from_json(to_json(SoFar(alone))).about == alone
