"""Dev asks by text that his advocate be rung; and what only speaks of them."""

import pytest

from checkin.conversation.replies.meaning import CallMe, Free, Help
from checkin.conversation.replies.on_a_journey import hear
from tests.english import journey


@pytest.mark.parametrize(
    "words",
    [
        "Ring my advocate",
        "call my advocate",
        "pls can u phone my advocate",
        "can i talk to my advocate",
        "i want an advocate",
        "can my advocate come",
        "ok ring my advocate",
    ],
)
def test_who_asks_for_his_advocate_is_heard(words: str):
    assert hear(words, journey()) == CallMe(words, advocate=True)


@pytest.mark.parametrize(
    "words",
    ["my advocate is nice", "i like my advocate", "dont ring my advocate", "i rang my advocate"],
)
def test_who_speaks_of_them_asks_for_nobody(words: str):
    assert hear(words, journey()) == Free(words)


def test_who_asks_to_be_rung_or_for_help_beside_it_is_heard_sooner():
    assert hear("call me and ring my advocate", journey()) == CallMe("call me and ring my advocate")
    assert hear("help ring my advocate", journey()) == Help("help ring my advocate")
