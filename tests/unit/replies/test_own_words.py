"""Own words are met as what they are: a worry before a wish, a wish before a question."""

import pytest

from checkin.conversation.replies.own_words import own_words_are
from tests.english import ENGLISH

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
    "if you dont want thats ok": "words",
    "we saw a dog": "words",
    "": "words",
}


@pytest.mark.parametrize(("said", "are"), WORDS.items())
def test_words_are_what_they_weigh(said: str, are: str):
    assert own_words_are(said, ENGLISH) == are
