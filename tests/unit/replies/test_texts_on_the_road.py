"""Dev texts while he travels: the table of texts.md B.4, and the texts of his week."""

import pytest

from checkin.conversation.replies.meaning import (
    CallMe,
    Free,
    Help,
    Late,
    Meaning,
    NotGoing,
    Nothing,
    Ok,
    Place,
    SecretWord,
    StartTexts,
    StopTexts,
)
from checkin.conversation.replies.on_a_journey import hear
from tests.english import journey

DEV = journey(secret_words=("pineapple",), help_words=("come and get me",))
ASKED = journey(secret_words=("pineapple",), checkpoint_open=True)


@pytest.mark.parametrize(
    "text",
    ["OK", "ok.", "Okay", "k", "0K", "👍", "✅", "here", "arrived", "home", "im here", "here 👍"],
)
def test_dev_says_ok(text: str) -> None:
    assert hear(text, DEV) == Ok()


@pytest.mark.parametrize("text", ["yes", "y", "Yep", "yes im here"])
def test_yes_is_ok_only_while_a_checkpoint_waits(text: str) -> None:
    assert hear(text, ASKED) == Ok()
    assert hear("yes", DEV) == Free("yes")


@pytest.mark.parametrize(
    "text", ["kkkkkkkkkkkk", "yyyyyyyy", "kkk", "kkkk yyyy", "K K K", "kk kk", "k kk", "y y y"]
)
def test_a_pocket_on_one_key_is_no_ok(text: str) -> None:
    assert hear(text, ASKED) == Free(text)


@pytest.mark.parametrize(
    "text", ["k", "kk", "k k", "ok ok ok", "okkk", "yesss", "yeahhhh", "ok xxx"]
)
def test_a_letter_held_down_in_a_word_is_still_that_word(text: str) -> None:
    assert hear(text, ASKED) == Ok()


@pytest.mark.parametrize(
    "text",
    [
        "OK but the bus was horrid",
        "OK but scared",
        "OK sorry phone died",
        "ok no worries",
        "ok so the hall is cold",
        "arrived at the hall",
    ],
)
def test_ok_with_more_words_keeps_them(text: str) -> None:
    assert hear(text, DEV) == Ok(text)


@pytest.mark.parametrize("text", ["not ok", "im not ok", "no ok", "HELP", "help me", "SOS", "🆘"])
def test_not_ok_and_help_come_before_ok(text: str) -> None:
    assert hear(text, DEV) == Help(text)


@pytest.mark.parametrize(
    "text", ["stop it he is hurting me", "ok but he hit me", "ok help", "come and get me"]
)
def test_a_cry_is_heard_inside_a_sentence(text: str) -> None:
    assert hear(text, DEV) == Help(text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("LATE 20", 20),
        ("late20", 20),
        ("L8 20", 20),
        ("L 20", 20),
        ("20 late", 20),
        ("bus late 20 min", 20),
        ("LATE 2O", 20),
        ("late bus 42 20 min", 20),
        ("late 20min", 20),
        ("bus 42 late 10", 10),
        ("late 42 bus", 15),
        ("LATE 20 the bus broke down", 20),
        ("LATE", 15),
        ("late bus", 15),
        ("late bus 42", 15),
        ("The 42 is late", 15),
        ("the 42 is 10 late", 10),
        ("my 42 is late", 15),
        ("LATE 0", 15),
        ("LATE -5", 15),
        ("LATE 90", 90),
        ("late ten", 10),
        ("half an hour late", 30),
        ("quarter of an hour late", 15),
        ("an hour late", 60),
        ("late 2 hours", 120),
        ("late 2hrs", 120),
        ("late 123456789012345678901234567890", 9_999),
    ],
)
def test_dev_is_late(text: str, minutes: int) -> None:
    assert hear(text, DEV) == Late(minutes)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("can u get pineapple for tea", SecretWord(near=False)),
        ("pine apple", SecretWord(near=True)),
        ("pineaple", SecretWord(near=True)),
        ("STOP", StopTexts("stop", own_words=False, cancel=False)),
        ("CANCEL", StopTexts("cancel", own_words=False, cancel=True)),
        ("stop texting me", StopTexts("stop", own_words=True, cancel=False)),
        ("no more texts", StopTexts("stop", own_words=True, cancel=False)),
        ("START", StartTexts()),
        ("not going", NotGoing()),
        ("not going today sorry im ill", NotGoing()),
        ("PLACE", Place()),
        ("where is my safe place?", Place()),
        ("", Nothing()),
        ("\u200b", Nothing()),
    ],
)
def test_the_rest_of_the_table(text: str, meaning: Meaning) -> None:
    assert hear(text, DEV) == meaning


@pytest.mark.parametrize(
    "text",
    [
        "hi can i go cafe sat after",
        "ok?",
        "?",
        "ok if i stay",
        "ok for now",
        "ok 😢",
        "😀",
        "home alone and scared he is here",
        "nowhere near home",
        "not here yet",
        "he is here",
        "arrived at wrong stop",
        "ok but lost",
        "thanks for your help",
        "too late",
        "not going home",
        "hi there",
        "l",
        "stop it",
        "nice place",
    ],
)
def test_anything_else_goes_to_a_person(text: str) -> None:
    assert hear(text, DEV) == Free(text)


@pytest.mark.parametrize(
    "text",
    ["call me", "Ring me please", "can someone call me", "im lost", "im scared", "where is safe"],
)
def test_dev_asks_for_a_person(text: str) -> None:
    assert hear(text, DEV) == CallMe(text)
    assert hear(text, ASKED) == CallMe(text)


@pytest.mark.parametrize("text", ["dont call me", "they call me names", "im not lost"])
def test_what_only_sounds_like_asking_for_a_person_is_read(text: str) -> None:
    assert hear(text, DEV) == Free(text)


@pytest.mark.parametrize("text", ["home x", "ok xx", "here now xxx"])
def test_a_kiss_changes_nothing(text: str) -> None:
    assert hear(text, DEV) == Ok()
    assert hear("STOP x", DEV) == StopTexts("stop", own_words=False, cancel=False)
    assert hear("late 20 x", DEV) == Late(20)


@pytest.mark.parametrize(
    "text", ["home please", "here please", "me home", "ok to go home", "home on the bus", "cant go"]
)
def test_what_may_ask_to_be_fetched_is_never_ok(text: str) -> None:
    assert hear(text, ASKED) == Free(text)


@pytest.mark.parametrize(
    "text", ["h e l p", "yes help", "im being followed", "i got robbed", "danger"]
)
def test_trouble_on_a_journey_is_a_cry_for_help(text: str) -> None:
    assert hear(text, DEV) == Help(text)
