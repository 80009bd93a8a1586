"""Which questions a person meets follows from what they answered, and from who they are."""

import pytest

from checkin.conversation.flows.placeholders import fill
from checkin.conversation.talking.about import About, Listed
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.road import walk
from checkin.conversation.talking.said import Back, GoOn, OwnWordsGiven, Picked, Send, Start
from tests.unit.talking.conversations import ANA, Conversation, flow_of, shipped, stored

AB = {"a": {"label": "A"}, "b": {"label": "B"}}


def keys(flow, answers=None, about=ANA):
    given = {
        step: Given(step, "?", choices=tuple(picked)) for step, picked in (answers or {}).items()
    }
    return [spot.key for spot in walk(flow, about, given).spots]


def test_steps_nested_under_an_answer_come_right_after_it():
    route = {
        "know": {"label": "Know"},
        "other": {"label": "Other", "then": {"how": {"own_words": "How?"}}},
    }
    flow = flow_of({"route": {"ask": "Way?", "choices": route}, "last": {"own_words": "And?"}})

    assert keys(flow) == ["route", "last"]
    assert keys(flow, {"route": ["know"]}) == ["route", "last"]
    assert keys(flow, {"route": ["other"]}) == ["route", "how", "last"]


def test_of_several_choices_each_brings_its_own_steps():
    flow = flow_of({"bits": {"ask": "What?", "many": "true", "choices": {
        "a": {"label": "A", "then": {"more_a": {"own_words": "A?"}}},
        "b": {"label": "B", "then": {"more_b": {"own_words": "B?"}}}}}})  # fmt: skip
    assert keys(flow, {"bits": ["b", "a"]}) == ["bits", "more_b", "more_a"]


def test_what_was_asked_and_not_picked_decides_too_and_counts_from_the_start():
    flow = flow_of({
        "week": {"ask": "Week?", "choices": AB},
        "first": {"own_words": "1?", "only_if": {"week": ["a", "not_picked"]}},
        "last": {"own_words": "2?", "only_if": {"week": "b"}},
    })  # fmt: skip
    for nothing_picked in ({}, {"week": []}, {"week": ["a"]}):
        assert keys(flow, nothing_picked) == ["week", "first"]
    assert keys(flow, {"week": ["b"]}) == ["week", "last"]


def test_go_to_leaves_out_what_lies_between():
    flow = flow_of({
        "one": {"ask": "1?", "choices": {"a": {"label": "A", "go_to": "three"}, "b": {"label": "B"}}},
        "two": {"ask": "2?", "choices": AB},
        "three": {"ask": "3?", "choices": AB},
    })  # fmt: skip
    assert keys(flow, {"one": ["b"]}) == ["one", "two", "three"]
    assert keys(flow, {"one": ["a"]}) == ["one", "three"]


def test_go_to_from_a_nested_step_leaves_the_nest():
    inner = {
        "ask": "Sure?",
        "choices": {"a": {"label": "A", "go_to": "three"}, "b": {"label": "B"}},
    }
    then = {"inner": inner, "more": {"own_words": "More?"}}
    flow = flow_of({
        "one": {"ask": "1?", "choices": {"a": {"label": "A", "then": then}, "b": {"label": "B"}}},
        "two": {"ask": "2?", "choices": AB},
        "three": {"say": "Bye."},
    })  # fmt: skip
    assert keys(flow, {"one": ["a"], "inner": ["a"]}) == ["one", "inner", "three"]
    assert keys(flow, {"one": ["a"], "inner": ["b"]}) == ["one", "inner", "more", "two", "three"]


def test_a_target_that_does_not_apply_to_this_person_is_gone_past():
    flow = flow_of({
        "one": {"ask": "1?", "choices": {"a": {"label": "A", "go_to": "three"}}},
        "two": {"ask": "2?", "choices": AB},
        "three": {"ask": "3?", "choices": AB, "only_if": {"profile": "rides_a_horse"}},
        "four": {"ask": "4?", "choices": AB},
    })  # fmt: skip
    assert keys(flow, {"one": ["a"]}) == ["one", "four"]


@pytest.mark.parametrize(
    ("answers", "rides", "asked"),
    [
        ({"one": ["a"]}, "yes", True),
        ({"one": ["b"]}, "yes", True),
        ({"one": ["c"]}, "yes", False),
        ({}, "yes", False),
        ({"one": ["a"]}, "no", False),
        ({"one": ["a"]}, "", False),
    ],
)
def test_all_conditions_must_hold(answers, rides, asked):
    flow = flow_of({
        "one": {"ask": "1?", "choices": {**AB, "c": {"label": "C"}}},
        "two": {"ask": "2?", "choices": AB, "only_if": {"one": ["a", "b"], "profile": "rides"}},
    })  # fmt: skip
    assert ("two" in keys(flow, answers, About(profile={"rides": rides}))) == asked


def test_an_answer_that_does_not_stand_opens_nothing():
    flow = flow_of({
        "one": {"ask": "1?", "choices": {"a": {"label": "A", "go_to": "three"}, "b": {"label": "B"}}},
        "two": {"ask": "2?", "choices": AB},
        "three": {"ask": "3?", "choices": AB, "only_if": {"two": "a"}},
    })  # fmt: skip
    assert keys(flow, {"one": ["b"], "two": ["a"]}) == ["one", "two", "three"]
    assert keys(flow, {"one": ["a"], "two": ["a"]}) == ["one"]


def test_the_same_steps_are_walked_for_each_promise():
    ana = Conversation(shipped("did_it_work"))
    assert keys(ana.flow)[:4] == ["each", "each.1.happened", "each.1.better", "each.1.next"]
    ana.say(Start(), GoOn())
    assert ana.prompt.lines == ("You said: no {hoover}. We did: After 11. Did it happen?",)
    ana.say(Picked(("happened",)), Picked(("better",)), Picked(("keep",)), Picked(("did_not",)))
    ana.say(GoOn(), GoOn(), Send())
    assert stored(ana.sent) == {
        "each.1.happened": ("happened",),
        "each.1.better": ("better",),
        "each.1.next": ("keep",),
        "each.2.happened": ("did_not",),
    }


def test_a_condition_inside_a_round_looks_at_its_own_round_first():
    flow = flow_of({
        "mood": {"ask": "Mood?", "choices": AB},
        "each": {"for_each": "Now these.", "of": "goals", "at_most": "2", "steps": {
            "keep": {"ask": "{goal_words}?", "choices": AB},
            "why": {"own_words": "More?", "only_if": {"keep": "b", "mood": "a"}}}},
    })  # fmt: skip
    goals = tuple(Listed(one, one, values={"goal_words": one}) for one in ("swim", "sing", "ride"))
    about = About(lists={"goals": goals})
    answers = {"mood": ["a"], "each.1.keep": ["a"], "each.2.keep": ["b"]}
    assert keys(flow, answers, about) == [
        "mood", "each", "each.1.keep", "each.2.keep", "each.2.why",
    ]  # fmt: skip
    assert keys(flow, answers, About()) == ["mood"]


def test_nobody_is_asked_whom_they_pick_where_there_is_nobody_to_pick():
    flow = flow_of({
        "who": {"people": "Who?", "from": "circle", "choices": {"none": {"label": "None"}}},
        "mood": {"ask": "Mood?", "choices": AB},
    })  # fmt: skip
    alone, with_sam = (About(lists={"circle": there}) for there in ((), (Listed("sam", "Sam"),)))

    assert keys(flow, {}, alone) == ["mood"]
    assert keys(flow, {}, with_sam) == ["who", "mood"]


def test_what_was_sorted_can_be_picked_from_later():
    items = {
        "tea": {"label": "Tea", "symbol": "life.food"},
        "bath": {"label": "Bath"},
        "tv": {"label": "TV"},
    }
    flow = flow_of({
        "order": {"sort": "In order.", "items": items},
        "most": {"people": "Which matter most?", "from": "order", "many": "true"},
        "one": {"people": "And the one?", "from": "order", "choices": {"none": {"label": "None"}}},
    })  # fmt: skip
    ana = Conversation(flow).say(Start(), Picked(("tv", "tea")))
    assert ana.prompt.kind == "choose_many"
    assert [(one.key, one.label, one.symbol) for one in ana.prompt.options] == [
        ("tv", "TV", None), ("tea", "Tea", "life.food"),
    ]  # fmt: skip
    ana.say(Picked(("tea", "tv")))
    assert (ana.prompt.kind, len(ana.prompt.options)) == ("choose", 3)
    ana.say(Picked(("none",)), Send())
    assert ana.sent[1].labels == ("Tea", "TV")


def test_with_nothing_sorted_there_is_nothing_to_pick_from():
    flow = flow_of({
        "order": {"sort": "In order.", "items": AB},
        "most": {"people": "Which matter most?", "from": "order"},
    })  # fmt: skip
    assert Conversation(flow).say(Start(), GoOn()).prompt.options == ()
    assert Conversation(flow).say(Start(), Picked(("a", "b")), Back(), GoOn()).prompt.options != ()


def test_piles_are_kept_as_pairs_and_nothing_lies_on_two():
    flow = flow_of({"mat": {"sort": "Which pile?", "items": AB, "piles": {
        "like": {"label": "Like"}, "not": {"label": "Do not like"}}}})  # fmt: skip
    ana = Conversation(flow).say(Start(), Picked(("a:like", "a:not")), Picked(("a",)))
    assert ana.step == "mat"
    ana.say(Picked(("b:not", "a:like")), Send())
    assert ana.sent[0].choices == ("b:not", "a:like")
    assert ana.sent[0].labels == ("B: Do not like", "A: Like")


def test_a_face_is_offered_with_its_photo_and_kept_by_name():
    flow = flow_of(
        {
            "who": {
                "people": "Who helps?",
                "from": "staff",
                "choices": {"no_one": {"label": "No one"}},
            }
        }
    )
    ana = Conversation(flow).say(Start())
    assert ana.prompt.kind == "people"
    assert [one.picture for one in ana.prompt.options] == ["priya.jpg", None, None]
    ana.say(Picked(("priya", "marcus")))
    assert ana.step == "who"
    assert ana.say(Picked(("priya",)), Send()).sent[0].labels == ("Priya",)


@pytest.mark.parametrize("picked", [("t8",), ("07:05",)])
def test_a_time_is_offered_or_picked(picked):
    flow = flow_of({"when": {"time": "When?", "choices": {"t8": {"label": "Eight"}}}})
    ana = Conversation(flow).say(Start(), Picked(("24:00",)), Picked(("x",)))
    assert ana.step == "when"
    assert ana.say(Picked(picked), Send()).sent[0].choices == picked


def test_a_photo_is_the_answer_where_one_is_asked_for():
    flow = flow_of({"place": {"photo": "Show us a place."}})
    ana = Conversation(flow).say(Start(), OwnWordsGiven(None, ("photo-1",)), Send())
    assert ana.sent[0].media == ("photo-1",)


@pytest.mark.parametrize(
    ("words", "filled"),
    [
        ("Hello {name}.", "Hello Dev."),
        ("Hello {nobody}.", "Hello {nobody}."),
        ("{name} {{name}} {name!r} {0} {}", "Dev {Dev} {name!r} {0} {}"),
        ("You said: {own_words}", "You said: I like {name} and {x}"),
        ("no braces", "no braces"),
    ],
)
def test_only_known_placeholders_are_filled_and_only_once(words, filled):
    assert fill(words, {"name": "Dev", "own_words": "I like {name} and {x}"}) == filled


def test_a_step_that_is_not_on_the_road_is_said_by_its_name():
    with pytest.raises(KeyError, match="nowhere"):
        walk(flow_of({}), ANA, {}).at("nowhere")


def test_a_question_with_nothing_to_say_is_not_asked_and_a_sentence_of_it_is_left_out():
    steps = {
        "first_text": {"ask": "Your first text is at {time}.", "choices": AB},
        "plan": {"ask": "It is {group_name} today. What is your plan?", "choices": AB},
        "bye": {"say": "Bye."},
    }
    empty = About(values={"time": "", "group_name": ""})

    assert keys(flow_of(steps), about=empty) == ["plan", "bye"]
    assert keys(flow_of(steps), about=About(values={"time": "9:15"})) == [
        "first_text", "plan", "bye",
    ]  # fmt: skip


def test_one_alone_is_nothing_to_pick_and_two_of_the_question_itself_are():
    none = {"none": {"label": "None"}, "all": {"label": "All"}}
    sam, nobody = (About(lists={"circle": there}) for there in ((Listed("sam", "Sam"),), ()))
    alone = flow_of({"who": {"people": "Who?", "from": "circle"}, "last": {"own_words": "And?"}})
    beside = flow_of({"who": {"people": "Who?", "from": "circle", "choices": none}})

    assert [spot.key for spot in walk(alone, sam, {}).spots] == ["last"]
    assert [spot.key for spot in walk(beside, nobody, {}).spots] == ["who"]
