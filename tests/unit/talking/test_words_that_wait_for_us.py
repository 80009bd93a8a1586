"""Own words at any step wait for an answer from us, where they ask for something or say how things are."""

import pytest

from checkin.conversation.talking.facts import ToBeRead, YouSaid
from checkin.conversation.talking.said import (
    GoOn,
    OwnWordsGiven,
    Picked,
    Reply,
    Said,
    Skip,
    Start,
    Stop,
)
from tests.unit.talking.conversations import Conversation, shipped

POORLY, MORE = OwnWordsGiven("my mum is poorly"), OwnWordsGiven("i want to go out more")
SEND = Stop("send")


def waits(talk: Conversation) -> list[str]:
    return [one.given.step for one in talk.facts(YouSaid)]


def week(*said: Reply) -> Conversation:
    return Conversation(shipped("what_matters")).say(Start(), *said, SEND)


def important(words: OwnWordsGiven) -> Conversation:
    return week(Skip(), Skip(), Skip(), words)


def test_what_feels_important_to_her_waits_for_us():
    assert waits(important(POORLY)) == ["important"]
    assert waits(important(OwnWordsGiven(None, ("a voice",)))) == ["important"]


@pytest.mark.parametrize("words", ["thank you", "ok", "thank you so much"])
def test_thanks_and_an_ok_wait_for_nothing(words: str):
    assert waits(important(OwnWordsGiven(words))) == []


def test_words_beside_a_face_wait_too_and_once():
    talk = week(MORE, Picked(("good",)))

    assert waits(talk) == ["week"]
    assert talk.facts(ToBeRead) == []


def test_words_that_say_how_things_are_beside_a_face_that_she_tapped_wait_too():
    assert waits(week(OwnWordsGiven("we saw a dog"), Picked(("good",)))) == ["week"]


def test_words_that_picked_nothing_wait_by_being_read():
    talk = week(MORE, GoOn())

    assert waits(talk) == []
    assert [one.given.step for one in talk.facts(ToBeRead)] == ["week"]


def test_a_line_of_hers_stands_on_her_pages_and_waits_for_nothing():
    morning = Conversation(shipped("my_morning")).say(Start(), *[Skip()] * 7)
    assert morning.step == "avoid"

    assert waits(morning.say(OwnWordsGiven("i hate the hoover"), Picked(("rush",)), SEND)) == []


def test_from_whom_she_keeps_it_in_words_too_waits_for_nothing():
    talk = Conversation(shipped("tell_someone")).say(
        Start(), OwnWordsGiven("him who shouts"), Picked(("marcus",)), Picked(("good",)), SEND
    )

    assert (talk.sent[0].choices, talk.sent[0].words) == (("marcus",), "him who shouts")
    assert waits(talk) == []


@pytest.mark.parametrize(
    ("words", "waiting"), [("had toast", []), ("im worried about the bus", ["food"])]
)
def test_by_text_words_that_may_be_the_choice_wait_only_where_they_ask(
    words: str, waiting: list[str]
):
    dev = Conversation(shipped("group_day"), "text").say(Said("1"), Said("1"), Said(words))
    assert dev.step == "food"

    assert waits(dev.say(Said("1"))) == waiting
