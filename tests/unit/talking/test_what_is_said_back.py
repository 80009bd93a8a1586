"""Our reply to an answer stands with the next page, and is never heard with another one."""

import json

import pytest

from checkin.conversation.talking.engine import prompt_now
from checkin.conversation.talking.keeping import from_json, to_json
from checkin.conversation.talking.manner import MANNERS
from checkin.conversation.talking.said import (
    Back,
    Change,
    DontKnow,
    OwnWordsGiven,
    Picked,
    Send,
    Start,
    Stop,
)
from tests.unit.talking.conversations import Conversation, library, shipped

THANKS = "Thank you for telling us."


def opened_afresh(one: Conversation):
    """The page that waits, opened on another device from what is kept."""
    kept = from_json(to_json(one.so_far))
    return prompt_now(one.flow, kept, MANNERS[one.channel], library().frame)


def some_of_it() -> Conversation:
    return Conversation(shipped("my_morning_daily")).say(
        Start(), Picked(("good",)), Picked(("some",))
    )


def test_our_reply_is_said_with_the_next_question_however_often_it_is_opened():
    ana = some_of_it()
    for _ in range(2):
        assert opened_afresh(ana).said_back == THANKS
        assert opened_afresh(ana).lines == ("What was different?",)


def test_our_reply_stays_while_ana_writes_beside_the_next_question():
    ana = some_of_it().say(OwnWordsGiven("loud"))
    assert opened_afresh(ana).step == "daily_diff"
    assert opened_afresh(ana).said_back == THANKS


def test_our_reply_to_the_last_question_is_said_with_what_she_said():
    ana = Conversation(shipped("what_matters"))
    ana.say(Start(), Stop("later"), Start())
    while ana.step != "talk":
        ana.say(DontKnow())
    ana.say(Picked(("talk_soon",)), Picked(("anyone",)), Change("talk"), Picked(("talk_soon",)))
    assert opened_afresh(ana).stage == "read_back"
    assert opened_afresh(ana).said_back == "OK. Someone will talk with you."


@pytest.mark.parametrize(
    "next_reply", [Back(), Change("daily_how"), DontKnow(), Stop("later"), Stop("throw_away")]
)
def test_our_reply_is_not_said_with_anything_else(next_reply):
    assert opened_afresh(some_of_it().say(next_reply)).said_back is None


def test_going_back_and_on_again_our_reply_is_said_again():
    ana = some_of_it().say(Back(), Picked(("some",)))
    assert opened_afresh(ana).said_back == THANKS


def test_another_answer_takes_the_reply_to_the_one_before_with_it():
    ana = some_of_it().say(Back(), Picked(("all",)))
    assert opened_afresh(ana).said_back is None


def test_once_it_is_sent_nothing_is_said_to_an_answer_of_before():
    ana = some_of_it().say(Picked(("noise",)), Send())
    assert opened_afresh(ana).said_back is None


def test_a_text_says_our_reply_once():
    dev = Conversation(shipped("group_day"), "text").say(Picked(("not_going",)))
    assert "OK. Staff will see this." in {prompt.said_back for prompt in dev.turns[-1].prompts}
    assert dev.so_far.said_back is None


def test_a_conversation_kept_before_replies_were_kept_is_opened_as_it_was():
    kept = json.loads(to_json(some_of_it().so_far))
    del kept["said_back"]
    assert from_json(json.dumps(kept)) == some_of_it().so_far._replace(said_back=None)
