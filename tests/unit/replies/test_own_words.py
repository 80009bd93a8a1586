"""Own words are met as what they are; thanks, and an OK that says no more, open nothing."""

import pytest

from checkin.conversation.replies.option import Option
from checkin.conversation.replies.own_words import open_nothing, own_words_are
from tests.english import journey

AROUND = tuple(Option(one.lower(), one) for one in ("Lena", "Marcus", "Jo"))
DEV = journey(name="Dev", around=AROUND)

WORDS = {
    "im worried about mum": "worry",
    "the bus was too loud today": "worry",
    "i dont want to go to art": "worry",
    "not fair i want to stay": "worry",
    "I would like to go swimming": "wish",
    "can we have pizza on friday?": "wish",
    "Please can I change my day": "wish",
    "is art on tomorrow": "question",
    "who is on tonight?": "question",
    "art at 10?": "question",
    "thank you for yesterday": "thanks",
    "ta for the lift marcus": "thanks",
    "no worries thanks": "thanks",
    "ty :)": "thanks",
    "Thank you Lena": "thanks",
    "thanks for yesterday": "thanks",
    "ok thanks jo x": "thanks",
    "ok on the bus now": "ok",
    "ok": "ok",
    "im home": "ok",
    "if you dont want thats ok": "words",
    "we saw a dog": "words",
    "": "words",
}


@pytest.mark.parametrize(("said", "are"), WORDS.items())
def test_words_are_what_they_weigh(said: str, are: str):
    assert own_words_are(said, DEV) == are


@pytest.mark.parametrize(
    "said",
    [
        "thanks for nothing",
        "thanks for everything",  # it may be a goodbye
        "thanks a lot",
        "Thank you Kev",  # nobody here is called that
        "thank you lena i fell over yesterday",
        "thanks for the lift can i come again",
        "thanks?",
        "thanks 😭",
        "ok sorry phone died",
        "ok im on the wrong bus",
        "home please",
        "on the bus now",
        "what thanks",
    ],
)
def test_what_may_say_more_than_thanks_or_ok_opens(said: str):
    assert not open_nothing(said, DEV)
