"""Dev answers words of Marcus's: "you" is Marcus, where he tells of him; to ask or thank is no telling."""

import pytest

from checkin.conversation.replies.hurt_by import HurtBy, hurt_by
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.you import as_you
from tests.english import ENGLISH

OTHERS = tuple(Option(one.casefold(), one) for one in ("Priya", "Lena", "Jo"))
AROUND = (as_you(Option("marcus", "Marcus")), *OTHERS)


@pytest.mark.parametrize(
    "words",
    [
        "im scared of you",
        "dont touch me again",
        "u hurt my arm",
        "no you shouted at me and took my money",
        "took my money",
        "you hit me",
        "u hit me",
        "i dont want you to come u hurt me",
        "dont hit me again pls",
        "stop hitting me",
        "you scare me",
        "im not safe with you",
        "i dont feel safe with u",
        "i dont want you near me",
        "you kissed me",
        "leave me alone",
        "youre mean to me",
        "you make me cry",
        "your hurting me",
    ],
)
def test_you_is_whoever_asked(words: str):
    by = hurt_by(words, AROUND, ENGLISH)

    assert by == HurtBy(("marcus",), unclear=False)


@pytest.mark.parametrize(
    "words", ["im telling jo what you did to me", "i am afraid of you lena can come"]
)
def test_whoever_asked_is_kept_out_beside_others_who_are_named(words: str):
    by = hurt_by(words, AROUND, ENGLISH)

    assert by is not None
    assert "marcus" in by.named


@pytest.mark.parametrize("words", ["no marcus took my money", "lena took my money"])
def test_another_who_is_named_is_not_you(words: str):
    (who,) = (one.key for one in (*OTHERS, Option("marcus", "Marcus")) if one.key in words)

    assert hurt_by(words, AROUND, ENGLISH) == HurtBy((who,), unclear=False)


@pytest.mark.parametrize(
    "words",
    [
        "can you come",
        "yes come with me",
        "im scared can you come",
        "im scared are you coming",
        "im scared when will you come",
        "thank you",
        "thanks for your help",
        "i told you i took my tablets",
        "no thanks you are nice",
        "yes i took my money",
        "can you come he shouts at me",
        "im scared of the dark can you ring me",
        "ok see you later",
        "are you coming",
        "i will be there",
        "you are kind",
        "i like you",
        "you gave me my tablets",
        "you made me laugh",
        "i want you to come",
        "i need you",
        "i will give you my tablets",
        "did you take my bag",
        "you helped me",
        "yes please you can come",
    ],
)
def test_to_ask_or_to_thank_is_no_telling(words: str):
    assert hurt_by(words, AROUND, ENGLISH) is None


@pytest.mark.parametrize("words", ["im scared of you", "dont touch me again", "you did it"])
def test_where_nobody_asked_you_is_nobody(words: str):
    assert hurt_by(words, (Option("marcus", "Marcus"), *OTHERS), ENGLISH) is None
