"""A conversation from hello to goodbye, and everything a person may do on the way."""

import pytest

from checkin.conversation.talking.engine import prompt_now, turn
from checkin.conversation.talking.facts import (
    Answered,
    Ended,
    HowDone,
    Marked,
    PrivateWordGiven,
    Sent,
    Tell,
    YouSaid,
)
from checkin.conversation.talking.manner import TABLET
from checkin.conversation.talking.said import (
    Back,
    Change,
    DidIt,
    DontKnow,
    GoOn,
    NotNow,
    OwnWordsGiven,
    Picked,
    Send,
    Skip,
    Start,
    Stop,
    ThrowAway,
)
from tests.unit.talking.conversations import Conversation, flow_of, library, shipped, stored

GOOD, SOME, VOICES = Picked(("good",)), Picked(("some",)), Picked(("voices",))


def anas_morning() -> Conversation:
    return Conversation(shipped("my_morning_daily"))


def test_ana_says_her_morning_was_good_in_five_taps():
    ana = anas_morning().say(Start(), GOOD, Picked(("all",)), Send(), DidIt("self"))

    assert stored(ana.sent) == {"daily_how": ("good",), "daily_kept": ("all",)}
    assert ana.facts(Ended) == [Ended("sent")]
    assert ana.facts(HowDone) == [HowDone(DidIt("self"))]
    assert ana.facts(Marked) == []
    assert ana.so_far.done == DidIt("self")
    assert ana.prompt.kind == "end"


def test_ana_changes_her_mind_and_one_answer_is_sent():
    ana = anas_morning().say(NotNow("today"))
    assert ana.facts(Ended) == [Ended("later", "today")]
    assert ana.prompt.lines == ("OK.", "We will ask you later.")

    ana.say(Start(), Picked(("not_good",)), Back())
    assert ana.prompt.given
    assert ana.prompt.given.labels == ("Not good",)

    ana.say(GOOD, SOME, VOICES, Send())

    assert stored(ana.sent) == {
        "daily_how": ("good",),
        "daily_kept": ("some",),
        "daily_diff": ("voices",),
    }
    history = [fact.given.choices for fact in ana.facts(Answered)]
    assert history == [("not_good",), ("good",), ("some",), ("voices",)]
    assert ana.facts(Marked) == [Marked("plan not kept", "daily_kept")]


def test_nothing_counts_before_ana_sends_it():
    ana = anas_morning().say(Start(), Picked(("not_good",)), SOME, VOICES)
    assert {type(fact) for turn in ana.turns for fact in turn.facts} == {Answered}
    assert ana.prompt.kind == "read_back"
    assert [option.key for option in ana.prompt.options] == ["send", "change", "delete"]


def test_an_answer_that_no_longer_stands_is_kept_and_not_sent():
    ana = anas_morning().say(Start(), GOOD, SOME, VOICES, Change("daily_kept"), Picked(("all",)))

    assert ana.prompt.kind == "read_back"
    assert "daily_diff" in ana.so_far.answers
    ana.say(Send())
    assert stored(ana.sent) == {"daily_how": ("good",), "daily_kept": ("all",)}


def test_a_change_leads_to_the_question_that_it_opens():
    ana = anas_morning().say(Start(), GOOD, Picked(("all",)), Change("daily_kept"), SOME)
    assert ana.step == "daily_diff"
    assert ana.say(VOICES).prompt.kind == "read_back"


def test_the_voice_of_ana_is_her_answer_beside_her_choices():
    ana = anas_morning().say(
        Start(), Picked(("not_good",)), Picked(("not_today",)),
        OwnWordsGiven(None, ("voice-1",)),
    )  # fmt: skip
    assert ana.step == "daily_diff"
    assert ana.prompt.given
    assert ana.prompt.given.media == ("voice-1",)

    ana.say(Picked(("no_quiet", "noise")), Send())

    (said,) = ana.facts(YouSaid)
    assert said.given.media == ("voice-1",)
    assert said.given.choices == ("no_quiet", "noise")


def test_a_choice_stays_beside_words_that_come_later():
    ana = anas_morning().say(Start(), GOOD, Back(), OwnWordsGiven("the {sun} was out"))
    given = ana.so_far.answers["daily_how"]
    assert (given.choices, given.words) == (("good",), "the {sun} was out")
    assert ana.say(GoOn()).step == "daily_kept"
    ana.say(Back(), OwnWordsGiven("no, rain", ("photo-1",)), OwnWordsGiven(None, ("photo-1",)))
    given = ana.so_far.answers["daily_how"]
    assert (given.choices, given.words, given.media) == (("good",), "no, rain", ("photo-1",))


def test_giving_the_same_answer_again_is_no_change():
    ana = anas_morning().say(Start(), GOOD, Back(), GOOD)
    assert ana.new_facts == ()
    assert ana.step == "daily_kept"


def test_words_after_i_dont_know_take_its_place():
    ana = anas_morning().say(Start(), DontKnow(), Back(), OwnWordsGiven("it was long"))
    given = ana.so_far.answers["daily_how"]
    assert (given.words, given.silence) == ("it was long", None)


def test_a_second_photo_stands_beside_the_first():
    ana = anas_morning().say(Start(), OwnWordsGiven(None, ("one",)), OwnWordsGiven(None, ("two",)))
    assert ana.so_far.answers["daily_how"].media == ("one", "two")


def test_what_was_said_back_comes_with_the_next_question():
    ana = anas_morning().say(Start(), GOOD, SOME)
    assert ana.prompt.said_back == "Thank you for telling us."
    assert ana.so_far.answers["daily_kept"].reply == "Thank you for telling us."


@pytest.mark.parametrize("reply", [DontKnow(), Skip(), GoOn()])
def test_not_knowing_skipping_and_passing_by_are_three_things(reply):
    ana = anas_morning().say(Start(), reply)
    given = ana.so_far.answers["daily_how"]
    assert ana.step == "daily_kept"
    assert given.silence == {DontKnow: "dont_know", Skip: "skipped", GoOn: None}[type(reply)]
    assert given.says_nothing == isinstance(reply, GoOn)
    assert [fact.given for fact in ana.facts(Answered)] == ([] if given.says_nothing else [given])


def test_a_question_passed_by_shows_no_answer_when_ana_comes_back():
    assert anas_morning().say(Start(), GoOn(), Back()).prompt.given is None


def test_a_question_passed_by_is_not_sent_and_not_put_again():
    ana = anas_morning().say(Start(), GoOn(), Picked(("all",)), Send())
    assert stored(ana.sent) == {"daily_kept": ("all",)}


def test_a_pick_takes_the_place_of_i_dont_know_and_the_other_way_round():
    ana = anas_morning().say(Start(), DontKnow(), Back(), OwnWordsGiven("hm"), GOOD)
    assert ana.so_far.answers["daily_how"].silence is None
    ana.say(Back(), Skip())
    given = ana.so_far.answers["daily_how"]
    assert (given.choices, given.labels, given.words, given.silence) == ((), (), "hm", "skipped")


def test_nothing_at_all_was_said_so_nothing_is_sent():
    ana = anas_morning().say(Start(), GoOn(), GoOn(), Send())
    assert ana.facts(Sent) == []
    assert ana.facts(Ended) == [Ended("declined")]


@pytest.mark.parametrize(
    "reply",
    [Picked(()), Picked(("good", "ok")), Picked(("great",)), OwnWordsGiven(None), Start(),
     DidIt("self"), Send(), ThrowAway(), Change("nowhere"), Change("daily_diff"), Change("daily_kept")],
)  # fmt: skip
def test_what_does_not_fit_a_question_changes_nothing(reply):
    ana = anas_morning().say(Start())
    before = ana.prompt
    ana.say(reply)
    assert (ana.prompt, ana.new_facts) == (before, ())


def test_stopping_for_now_and_carrying_on_at_the_same_question():
    ana = anas_morning().say(Start(), GOOD, Stop("later"))
    assert ana.new_facts == (Ended("later", at_step="daily_kept"),)
    assert ana.prompt.lines[0] == "You stopped. That is OK."
    assert ana.say(GOOD).prompt.kind == "end"

    ana.say(Start())

    assert ana.step == "daily_kept"
    assert ana.so_far.end is None


def test_stopping_at_the_read_back_and_carrying_on_there():
    ana = anas_morning().say(Start(), GOOD, Picked(("all",)), Stop("later"), Start())
    assert ana.prompt.kind == "read_back"


def test_stopping_and_sending_what_there_is():
    ana = anas_morning().say(Start(), GOOD, Stop("send"))
    assert stored(ana.sent) == {"daily_how": ("good",)}
    assert Ended("sent", at_step="daily_kept") in ana.new_facts
    assert ana.prompt.kind == "how_done"


@pytest.mark.parametrize("reply", [Stop("throw_away"), ThrowAway()])
def test_what_ana_throws_away_is_gone(reply):
    ana = anas_morning().say(Start(), GOOD, Picked(("all",)), reply)
    assert ana.facts(Sent) == []
    assert ana.new_facts[-1].end == "thrown_away"
    assert ana.so_far.answers == {}
    assert ana.say(Start()).prompt.lines[0] == "OK. It is gone."


def test_not_this_time_is_an_answer_that_may_be_taken_back():
    ana = anas_morning().say(NotNow("not_this_time"))
    assert ana.new_facts == (Ended("declined", "not_this_time"),)
    assert ana.prompt.lines == ("OK.", "We will not ask this time.")
    assert ana.say(Start()).step == "daily_how"


def test_once_sent_there_is_only_how_it_was_done():
    ana = anas_morning().say(Start(), GOOD, Stop("send"), Back(), Stop("throw_away"), Send())
    assert ana.prompt.kind == "how_done"
    ana.say(GoOn())
    assert ana.facts(HowDone) == []
    assert ana.say(Start(), Back()).prompt.kind == "end"


def test_back_goes_to_the_start_page_and_no_further():
    ana = anas_morning().say(Start(), Back(), Back())
    assert ana.prompt.kind == "hello"
    assert ana.prompt.lines[1] == "This has about 2 questions."
    assert ana.say(Start()).step == "daily_how"


def test_back_from_the_read_back_goes_to_the_last_question():
    ana = anas_morning().say(Start(), GOOD, Picked(("all",)), Back())
    assert ana.step == "daily_kept"
    assert ana.say(GoOn()).prompt.kind == "read_back"
    assert ana.say(GoOn()).prompt.kind == "read_back"


def test_the_progress_counts_the_questions_known_now():
    ana = anas_morning().say(Start())
    assert (ana.prompt.number, ana.prompt.of) == (1, 2)
    ana.say(GOOD, SOME)
    assert (ana.prompt.number, ana.prompt.of) == (3, 3)


def test_a_page_opened_afresh_shows_what_waits():
    ana = anas_morning().say(Start(), GOOD)
    flow, frame = ana.flow, library().frame
    assert prompt_now(flow, ana.so_far, TABLET, frame) == ana.prompt


def test_practising_is_met_with_a_word_and_never_kept():
    ana = Conversation(shipped("getting_ready")).say(Start(), Picked(("tap",)), Picked(("shoe",)))
    assert ana.prompt.said_back == "You tapped the shoe."
    assert ana.so_far.answers["practise_pick"].says_nothing
    assert ana.step == "practise_face"
    ana.say(OwnWordsGiven("which one is sad"), Picked(("sad",)), DontKnow())
    assert ana.so_far.answers["practise_face"].words == "which one is sad"
    assert ana.step == "pictures"


def test_a_tell_names_the_level_the_step_and_the_label():
    ana = Conversation(shipped("tell_someone")).say(
        Start(), Skip(), Picked(("hurt",)), Stop("send")
    )
    assert ana.facts(Tell) == [Tell("now", "kind", "Someone hurt me", hurt=True)]
    assert ana.facts(Marked) == [Marked("someone hurt me", "kind")]


def test_own_words_are_the_answer_where_they_are_asked_for():
    words = "  I want {name} to come\nto the café "
    ana = Conversation(shipped("tell_someone")).say(
        Start(), Skip(), Picked(("idea",)), OwnWordsGiven(words), Stop("send")
    )
    assert ana.facts(YouSaid)[0].given.words == words
    assert ana.facts(YouSaid)[0].given.needs_reading


def test_a_private_word_leaves_no_trace_in_the_conversation():
    secret = flow_of({"word": {"private_word": "Pick a word."}, "ok": {"own_words": "And now?"}})
    dev = Conversation(secret).say(Start(), OwnWordsGiven("  "), OwnWordsGiven("pineapple"))
    assert dev.new_facts == (PrivateWordGiven("word", "pineapple"),)
    assert "pineapple" not in repr(dev.turns)
    assert dev.step == "ok"


def test_a_private_word_may_be_skipped():
    secret = flow_of({"word": {"private_word": "Pick a word."}})
    dev = Conversation(secret).say(Start(), Skip(), Send())
    assert dev.sent[0].silence == "skipped"


def test_words_said_to_dev_wait_for_him_to_go_on():
    flow = flow_of({"first": {"say": "Hello {name}."}, "how": {"own_words": "How is it?"}})
    dev = Conversation(flow).say(Start())
    assert (dev.prompt.kind, dev.prompt.lines, dev.prompt.number) == ("say", ("Hello Ana.",), 0)
    assert dev.say(Picked(("x",))).step == "first"
    assert dev.say(OwnWordsGiven("hello to you")).step == "first"
    assert dev.say(GoOn()).step == "how"
    assert dev.say(Back()).step == "first"
    assert dev.say(Skip()).step == "how"
    dev.say(Stop("send"))
    assert [given.words for given in dev.sent] == ["hello to you"]


def test_words_that_led_up_to_an_answered_question_are_not_said_again():
    flow = flow_of({
        "one": {"own_words": "1?"}, "words": {"say": "Now two."}, "two": {"own_words": "2?"},
        "three": {"own_words": "3?"},
    })  # fmt: skip
    dev = Conversation(flow).say(Start(), OwnWordsGiven("a"), GoOn(), OwnWordsGiven("b"))
    assert dev.say(Change("one"), OwnWordsGiven("c")).step == "three"


def test_the_last_words_of_a_flow_are_said_once_all_is_sent():
    dev = Conversation(shipped("group_day")).say(Start(), Picked(("not_going",)))
    assert dev.prompt.kind == "read_back"
    assert dev.prompt.said_back == "OK. Staff will see this."
    dev.say(Send(), DidIt("helped", "Priya"))
    assert dev.prompt.lines[0] == "Thank you Ana. Have a good day."
    assert dev.so_far.done == DidIt("helped", "Priya")


def test_the_same_turn_comes_to_the_same_end():
    ana = anas_morning().say(Start())
    before = ana.so_far._replace()
    twice = [turn(ana.flow, before, GOOD, TABLET, library().frame) for _ in range(2)]
    assert twice[0] == twice[1]
    assert ana.so_far == before
