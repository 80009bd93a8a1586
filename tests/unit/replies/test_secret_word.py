"""Dev's secret word is found wherever he puts it, and one that cannot work is refused."""

import pytest

from checkin.conversation.replies.normal import typed_words
from checkin.conversation.replies.secret_word import refuse, secret_word_in
from tests.english import ENGLISH


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("pineapple", False),
        ("CAN U GET PINEAPPLE FOR TEA", False),
        ("(pineapple)", False),
        ("pinéapple", False),
        ("pine apple", True),
        ("p i n e a p p l e", True),
        ("pineaple", True),
        ("pinaepple", True),
        ("pppineapple", True),
        ("apple pie", None),
        ("pine", None),
        ("", None),
    ],
)
def test_the_word_is_found(text: str, near: bool | None) -> None:  # noqa: FBT001
    assert secret_word_in(typed_words(text), ("pineapple",)) is near


def test_a_short_word_is_not_found_inside_another_or_misspelt() -> None:
    assert secret_word_in(typed_words("the kiwis are kind"), ("kiwi",)) is None
    assert secret_word_in(typed_words("kiwi"), ("kiwi",)) is False


def test_an_old_word_still_works_and_an_exact_one_counts_first() -> None:
    words = ("pineapple", "lollipop")

    assert secret_word_in(typed_words("pineaple lollipop"), words) is False


def test_a_word_of_two_words_works() -> None:
    assert secret_word_in(typed_words("get the blue teapot"), ("blue teapot",)) is True


def test_nothing_is_no_secret_word() -> None:
    assert secret_word_in(typed_words("hello"), ("", "...")) is None


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("tea", "Pick a longer word. It needs 4 letters or more."),
        ("1234", "Pick a longer word. It needs 4 letters or more."),
        ("Cancel", "Phone companies use this word. Pick another word."),
        ("opt out", "Phone companies use this word. Pick another word."),
        ("LATE", "This word means something else in our texts. Pick another word."),
        ("Okay", "This word means something else in our texts. Pick another word."),
        ("place", "This word means something else in our texts. Pick another word."),
        ("Ruth", "This is the name of someone you know. Pick another word."),
        ("ruth ellis", "This is the name of someone you know. Pick another word."),
        ("chicken", "People say this word every day. Pick a word you do not often say."),
    ],
)
def test_a_word_that_cannot_work_is_refused(word: str, reason: str) -> None:
    assert refuse(word, ENGLISH, ("Ruth Ellis",)) == reason


def test_a_word_that_works_is_not_refused() -> None:
    assert refuse("pineapple", ENGLISH, ("Ruth Ellis",)) is None
