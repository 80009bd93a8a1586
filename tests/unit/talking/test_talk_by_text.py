"""The same conversation by text: no pages, each answer counts at once, nothing is asked thrice."""

import pytest

from checkin.conversation.talking.about import About, Listed
from checkin.conversation.talking.facts import (
    Answered,
    Ended,
    HowDone,
    Marked,
    PrivateWordGiven,
    Sent,
    Tell,
    ToBeRead,
    YouSaid,
)
from checkin.conversation.talking.said import (
    Back,
    DidIt,
    GoesOn,
    NotNow,
    OwnWordsGiven,
    Picked,
    Said,
    Send,
    Skip,
    Start,
    Stop,
)
from tests.unit.talking.conversations import ANA, Conversation, flow_of, shipped, stored

DEV = About(values={"name": "Dev", "group_name": "art"}, profile={"asks_about_tablets": "yes"})
NEAR_MISS = Said("i am gonig")


def devs_group_day() -> Conversation:
    return Conversation(shipped("group_day"), "text", DEV)


def told(conversation: Conversation, *words: str) -> Conversation:
    return conversation.say(*(Said(one) for one in words))


def test_the_first_text_is_the_first_question():
    dev = devs_group_day()
    assert dev.prompt.lines == ("It is art today. What is your plan?",)
    assert dev.turns[0].facts == ()


def test_dev_texts_his_way_through_and_all_is_sent_at_the_end():
    dev = told(devs_group_day(), "going", "1", "Not yet", "I know the way", "charged", "a bit sure")

    assert stored(dev.sent) == {
        "going": ("going",),
        "tablets": ("done",),
        "food": ("not_yet",),
        "route": ("know",),
        "phone": ("charged",),
        "sure": ("bit_sure",),
    }
    assert [given.how for given in dev.sent][:2] == ["exact", "number"]
    assert dev.new_facts[-1] == Ended("sent", at_step="sure")
    assert dev.prompt.lines == ("Thank you Dev. Have a good day.",)
    assert dev.facts(HowDone) == []


def test_an_answer_counts_in_the_turn_it_is_given():
    dev = told(devs_group_day(), "going", "not yet")
    (answered, marked) = dev.new_facts
    assert isinstance(answered, Answered)
    assert marked == Marked("tablets not taken", "tablets")
    dev.say(Stop("send"))
    assert dev.facts(Marked) == [marked]


def test_a_request_reaches_staff_in_the_turn_it_is_made():
    dev = told(devs_group_day(), "going", "done", "eaten").say(Picked(("with",), "key"))
    assert dev.facts(Tell) == [Tell("soon", "route", "I want someone with me")]
    assert dev.prompt.said_back == "OK. Staff will talk to you before you go."


def test_a_close_match_is_read_back_and_taken_at_yes():
    dev = devs_group_day().say(NEAR_MISS)
    assert dev.prompt.kind == "check"
    assert dev.prompt.lines == ("Did you mean this?", "I am going")
    assert [option.key for option in dev.prompt.options] == ["yes", "no"]
    assert dev.so_far.checking == "going"

    told(dev, "yes")

    given = dev.so_far.answers["going"]
    assert (given.choices, given.how, given.words) == (("going",), "checked", "i am gonig")
    assert dev.step == "tablets"
    assert dev.so_far.checking is None


@pytest.mark.parametrize("no", [Said("no"), Picked(("no",), "key")])
def test_a_no_leads_to_the_question_in_other_words_and_then_on(no):
    dev = devs_group_day().say(NEAR_MISS, no)
    assert dev.so_far.attempt == 2
    assert dev.prompt.lines == (
        "I did not get that.",
        "It is not your fault.",
        "It is art today. What is your plan?",
    )
    dev.say(NEAR_MISS, no)
    assert dev.step == "tablets"
    assert dev.prompt.said_back == "Thank you. A person will read your words."
    assert dev.so_far.answers["going"].words == "i am gonig\ni am gonig"
    assert dev.so_far.answers["going"].needs_reading


def test_yes_can_be_tapped_too():
    dev = devs_group_day().say(NEAR_MISS, Picked(("yes",), "key"))
    assert dev.so_far.answers["going"].how == "checked"
    assert dev.step == "tablets"


def test_another_answer_may_be_given_in_place_of_yes():
    dev = devs_group_day().say(NEAR_MISS, Said("not going"))
    assert stored(dev.sent) == {"going": ("not_going",)}
    assert dev.prompt.said_back == "OK. Staff will see this."


def test_a_second_close_match_in_place_of_yes_is_asked_about_once_more_in_words():
    dev = devs_group_day().say(NEAR_MISS, NEAR_MISS)
    assert (dev.so_far.checking, dev.so_far.attempt) == (None, 2)


def test_what_is_not_understood_is_asked_once_more_and_then_kept():
    first, second = "the  Wombles {name} 🦆", "wombles!"
    dev = told(devs_group_day(), first)
    assert dev.prompt.lines[0] == "I did not get that."
    assert [type(fact) for fact in dev.new_facts] == [Answered]

    told(dev, second)

    assert dev.step == "tablets"
    assert dev.so_far.attempt == 1
    assert dev.so_far.answers["going"].words == f"{first}\n{second}"
    assert dev.so_far.answers["going"].how == "words"


def test_words_that_were_not_understood_stay_beside_the_answer():
    dev = told(devs_group_day(), "wombles", "going")
    given = dev.so_far.answers["going"]
    assert (given.choices, given.words, given.needs_reading) == (("going",), "wombles", False)


def test_the_ways_out_of_a_question_work_in_words():
    dev = told(devs_group_day(), "going", "dunno", "skip")
    silences = [given.silence for given in dev.so_far.answers.values()]
    assert silences == [None, "dont_know", "skipped"]
    assert told(dev, "go back").step == "food"
    assert told(dev, "again").step == "food"
    assert told(dev, "  ").step == "food"


def test_later_at_the_first_question_ends_it_for_now():
    dev = told(devs_group_day(), "later")
    assert dev.new_facts == (Ended("later", "today", "going"),)
    assert dev.prompt.lines == ("OK.", "We will ask you later.")
    assert dev.say(Start()).step == "going"


def test_pause_is_not_this_time():
    assert told(devs_group_day(), "pause").new_facts[0].end == "declined"


def test_back_at_the_first_question_stays_there():
    assert devs_group_day().say(Back()).step == "going"


def test_a_cry_that_gets_this_far_is_kept_for_a_person_to_read():
    dev = told(devs_group_day(), "someone hit me")
    assert dev.so_far.answers["going"].needs_reading


def test_words_between_questions_wait_for_no_reply():
    flow = flow_of(
        {
            "one": {"say": "Good morning {name}."},
            "two": {"say": "It is raining."},
            "how": {"own_words": "How are you?", "you_said": "yes"},
            "three": {"say": "I see."},
            "last": {"ask": "And now?", "choices": {"a": {"label": "Alright", "reply": "Good."}}},
        }
    )
    dev = Conversation(flow, "text", DEV)
    said = [prompt.lines[0] for prompt in dev.turns[0].prompts]
    assert said == ["Good morning Dev.", "It is raining.", "How are you?"]

    told(dev, "My leg {hurts}")

    assert dev.facts(YouSaid)[0].given.words == "My leg {hurts}"
    assert [prompt.kind for prompt in dev.turns[-1].prompts] == ["say", "choose"]
    told(dev, "alright")
    assert dev.prompt.said_back == "Good."
    assert dev.prompt.kind == "end"


def test_what_is_said_back_is_said_once():
    flow = flow_of({
        "one": {"ask": "1?", "choices": {"a": {"label": "Alright", "reply": "Good."}}},
        "words": {"say": "Now two."},
        "two": {"own_words": "2?"},
    })  # fmt: skip
    dev = told(Conversation(flow, "text", DEV), "alright")
    assert [prompt.said_back for prompt in dev.turns[-1].prompts] == ["Good.", None]


def test_words_that_stay_unclear_count_in_the_end():
    choices = {"a": {"label": "I am going"}, "b": {"label": "Not today"}}
    flow = flow_of({"one": {"ask": "1?", "you_said": "yes", "choices": choices}})
    dev = Conversation(flow, "text", DEV).say(NEAR_MISS, Said("no"), NEAR_MISS)
    assert dev.facts(YouSaid) == []
    dev.say(Said("no"))
    assert dev.facts(YouSaid)[0].given.words == "i am gonig\ni am gonig"


def test_a_time_may_be_written_with_figures():
    flow = flow_of({"when": {"time": "When?", "choices": {"t8": {"label": "Half past 8"}}}})
    for said in ("7.30", "7:30"):
        dev = told(Conversation(flow, "text", DEV), said)
        assert dev.sent[0].choices == ("07:30",)
        assert dev.sent[0].labels == ("07:30",)
    assert told(Conversation(flow, "text", DEV), "27:30").so_far.attempt == 2
    assert Conversation(flow, "text", DEV).say(Picked(("t8",))).sent[0].choices == ("t8",)


@pytest.mark.parametrize("first", [(), ("when it is light",)])
def test_a_time_may_be_said_in_words_at_once_or_once_it_was_asked_again(first):
    flow = flow_of({"when": {"time": "When?", "choices": {"t8": {"label": "Half past 8"}}}})
    dev = told(Conversation(flow, "text", DEV), *first, "half ten")

    assert dev.sent[0].choices == ("10:30",)


def test_a_time_that_is_not_plain_is_asked_again_with_how_to_say_it():
    flow = flow_of({"when": {"time": "When?", "text": "When do you go?"}})
    dev = told(Conversation(flow, "text", DEV), "3")

    assert dev.prompt.text == (
        "I did not get that. It is not your fault. You can say it like this: 10:30, or 3pm. "
        "When do you go?"
    )
    assert dev.prompt.lines[-2:] == ("You can say it like this: 10:30, or 3pm.", "When?")


def test_what_is_no_time_is_asked_again_without_how_to_say_one():
    flow = flow_of({"one": {"ask": "1?", "choices": {"a": {"label": "A"}, "b": {"label": "B"}}}})
    dev = told(Conversation(flow, "text", DEV), "half ten")

    assert dev.so_far.attempt == 2
    assert "10:30" not in " ".join(dev.prompt.lines)


def test_several_may_be_said_where_several_are_asked_for():
    flow = flow_of({"order": {"sort": "In which order?", "items": {
        "a": {"label": "Breakfast"}, "b": {"label": "Shower"}, "c": {"label": "Tablets"}}}})  # fmt: skip
    dev = told(Conversation(flow, "text", DEV), "3 1")
    assert dev.sent[0].choices == ("c", "a")


def test_a_private_word_by_text_leaves_no_trace():
    flow = flow_of({"word": {"private_word": "Pick a word."}, "end": {"own_words": "And?"}})
    dev = told(Conversation(flow, "text", DEV), "pineapple")
    assert dev.facts(PrivateWordGiven) == [PrivateWordGiven("word", "pineapple")]
    assert "pineapple" not in repr(dev.turns)
    assert told(Conversation(flow, "text", DEV), "skip").so_far.answers["word"].silence == "skipped"


def test_a_flow_that_only_tells_is_over_at_once():
    dev = Conversation(flow_of({"one": {"say": "No group today, {name}."}}), "text", DEV)
    assert dev.turns[0].facts == (Sent(()), Ended("sent"))
    assert dev.prompt.lines == ("No group today, Dev.",)


def test_pages_are_not_known_by_text():
    dev = devs_group_day()
    assert dev.say(Send(), DidIt("self"), Skip(), NotNow("tomorrow")).prompt.kind == "end"
    assert dev.facts(Ended) == [Ended("later", "tomorrow", "tablets")]


def test_a_face_may_be_named_by_text():
    flow = flow_of({"who": {"people": "Who helps?", "from": "staff", "many": "true"}})
    about = About(lists={"staff": (Listed("priya", "Priya"), Listed("jo", "Jo"))})
    dev = told(Conversation(flow, "text", about), "priya and jo")
    assert dev.sent[0].choices == ("priya", "jo")


def test_ana_is_read_her_own_list_of_promises():
    ana = Conversation(shipped("did_it_work"), "text", ANA)
    assert ana.turns[0].prompts[0].lines == ("Let us look at what we did.",)
    assert ana.prompt.lines == ("You said: no {hoover}. We did: After 11. Did it happen?",)


def test_the_last_words_have_their_own_wording_by_text():
    flow = flow_of(
        {"how": {"own_words": "How?"}, "bye": {"say": "Goodbye {name}.", "text": "Bye {name}."}}
    )
    assert told(Conversation(flow, "text", DEV), "fine").prompt.lines == ("Bye Dev.",)
    assert told(Conversation(flow, "call", DEV), "fine").prompt.lines == ("Goodbye Dev.",)


def test_a_shorter_wording_is_asked_again_in_other_words_too():
    flow = flow_of(
        {
            "how": {
                "ask": "How is it there?",
                "text": "And {name}?",
                "choices": {"a": {"label": "Dry"}},
            }
        }
    )
    dev = Conversation(flow, "text", DEV)
    assert dev.prompt.text == "And Dev?"
    assert told(dev, "wombles").prompt.text == "I did not get that. It is not your fault. And Dev?"


def test_words_that_a_person_reads_are_handed_on_in_the_turn_that_says_so():
    dev = told(devs_group_day(), "going", "1", "its fine i ate but my head hurts loads")
    assert dev.prompt.said_back == "Thank you. A person will read your words."
    (to_read,) = dev.facts(ToBeRead)
    assert to_read.given == dev.so_far.answers["food"]


@pytest.mark.parametrize("no", [Said("no"), Picked(("no",), "key")])
def test_two_near_misses_are_handed_on_too(no):
    dev = devs_group_day().say(NEAR_MISS, no)
    assert dev.facts(ToBeRead) == []  # asked once more

    dev.say(NEAR_MISS, no)

    assert [one.given.words for one in dev.facts(ToBeRead)] == ["i am gonig\ni am gonig"]


@pytest.mark.parametrize("channel", ["text", "tablet"])
def test_words_that_go_on_join_the_answer_before_and_the_question_stays(channel):
    flow = flow_of({
        "wish": {"own_words": "What do you want?", "you_said": True},
        "when": {"ask": "When?", "choices": {"a": {"label": "Soon"}, "b": {"label": "Some day"}}},
    })  # fmt: skip
    dev = Conversation(flow, channel, DEV).say(Start())
    dev.say(OwnWordsGiven("i want to go to the cafe"), GoesOn("on my own after art"))
    assert dev.step == "when"
    assert dev.so_far.answers["wish"].words == "i want to go to the cafe\non my own after art"
    said = [one.given.words for one in dev.facts(YouSaid)]
    assert said[1:] == (["i want to go to the cafe\non my own after art"] if said else [])
    assert dev.facts(ToBeRead) == []


def test_words_kept_at_a_choice_are_handed_on_with_what_joins_them():
    dev = told(devs_group_day(), "going", "1", "its fine i ate but my head hurts loads")
    dev.say(GoesOn("since i got up"))
    assert [one.given.words.count("\n") for one in dev.facts(ToBeRead)] == [0, 1]


def test_words_that_join_nothing_are_heard_where_they_are():
    assert devs_group_day().say(GoesOn("going")).step == "tablets"
