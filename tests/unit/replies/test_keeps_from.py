"""Ana asks in her own words that Lena be left out: it is kept from her, and told of her as no hurt."""

import pytest

from checkin.conversation.replies.hurt_by import HurtBy, hurt_by
from checkin.conversation.replies.option import Option
from tests.english import ENGLISH

AROUND = tuple(Option(one.casefold(), one) for one in ("Marcus", "Priya", "Lena", "Jo"))


@pytest.mark.parametrize(
    "words",
    [
        "dont tell lena",
        "dont tell lena i am sad",
        "pls dont tell leena",
        "dont let lena know",
        "keep it from lena",
        "please not lena",
        "not lena please",
        "no more lena",
        "i dont want lena",
        "i dont want lena to wash me",
        "lena must not see this",
        "anyone but lena",
    ],
)
def test_whoever_is_left_out_is_kept_out(words: str):
    assert hurt_by(words, AROUND, ENGLISH) == HurtBy(("lena",), unclear=False, hurts=False)


@pytest.mark.parametrize("words", ["dont tell lena im scared", "dont tell lena call me"])
def test_who_asks_for_somebody_besides_is_heard_as_of_a_hurt(words: str):
    assert hurt_by(words, AROUND, ENGLISH) == HurtBy(("lena",), unclear=False)


def test_a_hurt_beside_it_is_one():
    by = hurt_by("dont tell lena marcus hit me", AROUND, ENGLISH)

    assert by == HurtBy(("lena", "marcus"), unclear=False)


@pytest.mark.parametrize(
    "words",
    [
        "tell lena i am sad",
        "i dont want lena to go",
        "dont want tea",
        "i told lena",
        "dont forget lena",
        "no thanks lena",
        "lena has no more tea",
        "i dont want to go with lena on the bus",
    ],
)
def test_other_words_keep_nobody_out(words: str):
    assert hurt_by(words, AROUND, ENGLISH) is None
