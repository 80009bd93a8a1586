"""Lena says that she is with Dev, in place of a check-in: which words of his say that she is not."""

from datetime import UTC, datetime, timedelta

import pytest

from checkin.for_whom.addressees import NotWithMe
from checkin.for_whom.not_with_me import not_with_me
from checkin.for_whom.open_with import OpenWith, SaidWithThem, WordsOfStaff
from tests.english import journey

SAID_AT = datetime(2026, 10, 20, 8, 5, tzinfo=UTC)
SAID = OpenWith(said_with=SaidWithThem(SAID_AT, ("Lena",)))
LATER = SAID_AT + timedelta(minutes=5)
DEV = journey()


@pytest.mark.parametrize(
    "words",
    [
        "no", "No she isnt", "not true", "she went", "lena left me", "just me", "im on my own",
        "where is she", "wheres lena", "who is lena", "is lena here", "not with me", "she never came",
    ],
)  # fmt: skip
def test_it_is_not_so(words: str):
    assert not_with_me(words, SAID, DEV) == NotWithMe(words)


@pytest.mark.parametrize(
    "words",
    [
        "ok",
        "no worries",
        "no thanks",
        "not yet",
        "thanks lena",
        "where is art",
        "im at the bus stop",
    ],
)
def test_it_says_nothing_of_that(words: str):
    assert not_with_me(words, SAID, DEV) is None


def test_where_nobody_said_so_a_no_is_to_something_else():
    assert not_with_me("no", OpenWith(), DEV) is None


@pytest.mark.parametrize(("words", "heard"), [("no", False), ("she is not with me", True)])
def test_where_staff_asked_since_a_plain_no_answers_that(words: str, *, heard: bool):
    here = OpenWith(said_with=SAID.said_with, of_staff=WordsOfStaff("jo", LATER, asks=True))

    assert (not_with_me(words, here, DEV) is not None) == heard
