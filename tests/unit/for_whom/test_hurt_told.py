"""Dev's text tells that somebody hurts him; a call for help in it stays a call."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.conversation.replies.hurt_by import HurtBy
from checkin.conversation.replies.meaning import Help
from checkin.conversation.replies.on_a_journey import hear
from checkin.conversation.replies.option import Option
from checkin.for_whom.hurt_told import HurtTold, asks_beside, hurt_told
from tests.english import journey

AROUND = (Option("marcus", "Marcus"), Option("priya", "Priya"))
DEV = journey(around=AROUND)
BY_MARCUS, UNCLEAR = HurtBy(("marcus",), unclear=False), HurtBy((), unclear=True)


def told(words: str) -> HurtTold | None:
    return hurt_told(words, DEV)


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("Marcus hit me", BY_MARCUS),
        ("marcus\nhit me", BY_MARCUS),
        ("Marcus kicks me", BY_MARCUS),
        ("he pushed me", UNCLEAR),
        ("she touched my leg", UNCLEAR),
        ("marcus hit me. call me", BY_MARCUS),
        ("im scared of marcus", BY_MARCUS),
        ("marcus scares me call me", BY_MARCUS),
    ],
)
def test_a_hurt_alone_is_told_and_calls_for_nobody(words: str, by: HurtBy):
    assert told(words) == HurtTold(by, calls=False)
    assert isinstance(hear(words, DEV), Help)  # nothing else hears it first


@pytest.mark.parametrize(
    "words",
    [
        "help marcus hit me",
        "marcus hit me i am not ok",
        "marcus hit me and i fell over",
        "marcus wont let me go",
        "marcus is hitting me",
        "stop hitting me marcus",
        "im not safe with marcus",
        "help im scared of marcus",
        "marcus wont let me out my room",
        "help marcus wont stop shouting at me",
    ],
)
def test_what_cries_beside_it_or_goes_on_now_is_a_call_too(words: str):
    assert told(words) == HurtTold(BY_MARCUS, calls=True)


@pytest.mark.parametrize("words", ["help", "help me", "i fell over", "my leg hurts me"])
def test_a_call_alone_tells_of_nobody(words: str):
    assert told(words) is None


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("he did it again", UNCLEAR),
        ("it happened again", UNCLEAR),
        ("im scared of him", UNCLEAR),
        ("marcus did it again", BY_MARCUS),
        ("he did it agen", UNCLEAR),
        ("marcus agen", BY_MARCUS),
        ("and again today", UNCLEAR),
        ("it was marcus again", BY_MARCUS),
        ("Marcus hit me", BY_MARCUS),
    ],
)
def test_after_a_hurt_that_it_was_so_again_is_one(words: str, by: HurtBy):
    assert hurt_told(words, DEV, before=True) == HurtTold(by, calls=False)


@pytest.mark.parametrize(
    "words",
    [
        "can marcus come again",
        "marcus",
        "again",
        "the bus did it again",
        "i went again",
        "i swam again today",
    ],
)
def test_after_a_hurt_what_tells_of_none_is_none(words: str):
    assert hurt_told(words, DEV, before=True) is None


@pytest.mark.parametrize("words", ["he did it again", "marcus again", "it happened again"])
def test_where_no_hurt_was_told_before_again_is_none(words: str):
    assert told(words) is None


@pytest.mark.parametrize(
    "words", ["help marcus is here", "i fell marcus saw it", "help not marcus"]
)
def test_a_cry_that_names_whom_a_telling_is_kept_from_is_more_of_it_and_a_call(words: str):
    assert hurt_told(words, DEV, {"marcus"}) == HurtTold(BY_MARCUS, calls=True)
    assert hurt_told(words, DEV, {"priya"}) is None


def test_though_he_is_asked_for_the_cry_is_no_word_of_the_call():
    by = HurtBy((), unclear=False)

    assert hurt_told("please call marcus 🆘", DEV, {"marcus"}) == HurtTold(by, calls=True)


def test_what_a_reaction_quotes_is_not_his_to_tell():
    assert told('Liked "Marcus hit me"') is None


@given(st.sampled_from(["help", "sos", "im not ok", "call 999"]), st.sampled_from(["Marcus", "he"]))
def test_whatever_cry_stands_beside_a_hurt_it_is_never_swallowed(cry: str, who: str):
    found = told(f"{cry}. {who} hit me")
    assert found
    assert found.calls


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("marcus hit me. call me", True),
        ("call me but dont tell marcus", True),
        ("im scared of marcus can someone come", True),
        ("marcus hit me. help", True),
        ("marcus hit me", False),
        ("he pushed me", False),
        ("im scared of marcus", False),
        ("marcus scares me", False),
    ],
)
def test_whether_who_tells_of_a_hurt_asks_for_somebody_too(words: str, asks: object):
    assert asks_beside(words, DEV) is asks
