"""Every question that ships for texts is a short plain text, whatever was answered before it."""

from collections.abc import Iterator

import pytest

from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.gsm7 import is_gsm7, parts
from checkin.conversation.replies.option import Option
from checkin.conversation.saying.as_text import as_text
from checkin.conversation.talking.about import About
from checkin.conversation.talking.prompt import Prompt
from checkin.conversation.talking.said import Picked, Said
from tests.unit.talking.conversations import Conversation, all_shipped, shipped

DEV = About(
    values={"name": "Dev", "group_name": "art", "time": "9.15", "staff": "Marcus"},
    profile={"asks_about_tablets": "yes", "travels_alone": "yes"},
)
BY_TEXT = [flow for flow in all_shipped() if "text" in flow.channels]
WHO_SEES = "Priya, Marcus and other staff will see this."


def every_prompt(flow: Flow) -> Iterator[Prompt]:
    """Give every prompt on every road through a flow, near misses included."""
    begun = Conversation(flow, "text", DEV)
    waiting, seen = [begun], set()
    while waiting:
        here = waiting.pop()
        yield from here.turns[-1].prompts
        if here.so_far.end or (key := repr((here.step, here.so_far.attempt))) in seen:
            continue
        seen.add(key)
        picks = [Picked((option.key,)) for option in here.prompt.options]
        for reply in (*picks, Said("purple hedgehog"), Said("in a taxi")):
            then = Conversation(flow, "text", DEV)
            then.turns = [*here.turns]
            waiting.append(then.say(reply))


@pytest.mark.parametrize("flow", BY_TEXT, ids=lambda flow: flow.flow)
def test_every_prompt_is_plain_and_one_part(flow: Flow):
    texts = [as_text(prompt, WHO_SEES) for prompt in every_prompt(flow)]

    assert len(set(texts)) > len(flow.steps)
    assert [text for text in texts if not is_gsm7(text) or parts(text) != 1] == []


def test_dev_reads_the_question_then_numbered_choices_then_who_sees_it():
    asked = Conversation(shipped("group_day"), "text", DEV).prompt

    assert as_text(asked, WHO_SEES) == (
        "It is art today. What is your plan?\n"
        "1 I am going\n2 Not going\n3 Not sure yet\n"
        "Priya, Marcus and other staff will see this."
    )


def test_who_sees_it_is_said_once():
    talk = Conversation(shipped("group_day"), "text", DEV).say(Picked(("going",)))

    assert WHO_SEES not in as_text(talk.prompt, WHO_SEES)


def test_a_text_names_no_tablets_since_a_phone_may_lie_on_a_table():
    talk = Conversation(shipped("group_day"), "text", DEV).say(Picked(("going",)))

    text = as_text(talk.prompt)

    assert text == "First on your list: is it done?\n1 Done\n2 Not yet\n3 Help me"


def test_what_is_said_back_comes_first_and_curly_letters_become_plain():
    prompt = Prompt(
        kind="choose",
        stage="steps",
        step="sure",
        attempt=1,
        lines=("How\u2019s the way there\u2026",),
        options=(Option("know", "\u201cI know it\u201d"),),
        said_back="OK.",
    )

    assert as_text(prompt) == 'OK.\nHow\'s the way there...\n1 "I know it"'
