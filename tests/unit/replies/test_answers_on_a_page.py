"""Ana answers a question on a page: a call is heard as in a text, and the same words in another sense are not."""

import pytest

from checkin.conversation.replies.meaning import CallMe, Help
from checkin.conversation.replies.on_a_journey import hear
from tests.english import journey

PAGE = journey(on_a_page=True)


@pytest.mark.parametrize(
    "words",
    [
        "help",
        "please help",
        "help she fell over",
        "i need help",
        "he is here help",
        "im not ok",
        "i am not safe here",
        "i feel unsafe",
        "the food was not ok and im not ok",
        "i fell",
        "there is a fire",
        "i want to die",
        "please ring me now i am not ok",
    ],
)
def test_a_cry_is_one(words: str):
    assert hear(words, PAGE) == Help(words)


@pytest.mark.parametrize(
    "words",
    [
        "call me",
        "im scared",
        "im lost. where is safe",
        "where is safe",
        "stuck on the wrong bus",
        "come and get me",
        "i like to talk to marcus but im scared now",
    ],
)
def test_who_asks_for_a_person_is_heard(words: str):
    assert hear(words, PAGE) == CallMe(words)


@pytest.mark.parametrize("words", ["help", "help me wash", "i need help with it", "call me ana"])
def test_how_somebody_likes_things_is_no_call(words: str):
    likes = journey(on_a_page=True, of_how_they_like_it=True)

    assert not isinstance(hear(words, likes), Help | CallMe)
    assert hear(f"{words} im not safe", likes) == Help(f"{words} im not safe")


@pytest.mark.parametrize(
    "words",
    [
        "more help with cooking",
        "help with my money",
        "i help mum in the garden",
        "lena helped me",
        "thanks for your help",
        "the food was not ok",
        "my week was not so ok",
        "not scared",
        "not lost any more",
        "i was scared",
        "hold my hand when i am scared",
        "i like to talk to staff",
        "my safe place",
        "stuck with my puzzle",
        "mum will pick me up",
    ],
)
def test_the_same_words_in_another_sense_are_no_call(words: str):
    assert not isinstance(hear(words, PAGE), Help | CallMe)
