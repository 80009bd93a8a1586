"""A time is understood where it plainly is one, and nothing is guessed where it is not."""

import pytest

from checkin.conversation.replies.language_files import NO_WORDS
from checkin.conversation.replies.time_of_day import time_of_day
from tests.english import ENGLISH

PLAIN = {
    "10": "10:00",
    "at 10": "10:00",
    "At ten please": "10:00",
    "10 o'clock": "10:00",
    "Ten o\u2019clock.": "10:00",
    "10oclock": "10:00",
    "12": "12:00",
    "noon": "12:00",
    "at midday": "12:00",
    "3pm": "15:00",
    "3 pm": "15:00",
    "3 p.m.": "15:00",
    "three in the afternoon": "15:00",
    "this afternoon at 3": "15:00",
    "7 in the evening": "19:00",
    "6am": "06:00",
    "12 am": "00:00",
    "12pm": "12:00",
    "10:30": "10:30",
    "10.30": "10:30",
    "1030": "10:30",
    "930": "09:30",
    "10.30am": "10:30",
    "10.30 a.m.": "10:30",
    "3.30pm": "15:30",
    "10:30 pm": "22:30",
    "330 pm": "15:30",
    "03:30": "03:30",
    "00:15": "00:15",
    "03:30 am": "03:30",
    "15:30": "15:30",
    "15:30 pm": "15:30",
    "1730": "17:30",
    "half ten": "10:30",
    "half past ten": "10:30",
    "Half past 10": "10:30",
    "ten thirty": "10:30",
    "ten-thirty": "10:30",
    "10 30": "10:30",
    "ten forty five": "10:45",
    "quarter past ten": "10:15",
    "quarter to nine": "08:45",
    "ten past ten": "10:10",
    "5 past 10": "10:05",
    "twenty five past nine": "09:25",
    "twenty to one pm": "12:40",
    "quarter to one": "12:45",
    "half three pm": "15:30",
}
NOT_PLAIN = [
    "3",
    "three",
    "half three",
    "3:30",
    "330",
    "quarter to seven",
    "0",
    "20",
    "twenty",
    "42",
    "27:30",
    "24:10",
    "13 pm",
    "0 am",
    "0 past ten",
    "25 five past nine",
    "ten five past nine",
    "10:75",
    "2460",
    "15:30 am",
    "03:30 pm",
    "10 or 11",
    "10:30 11:30",
    "10-11",
    "10?",
    "not 10",
    "after ten",
    "about ten",
    "10ish",
    "in 10 minutes",
    "in 10",
    "10th",
    "half",
    "half past",
    "past ten",
    "half half ten",
    "sixty past ten",
    "70 past ten",
    "ten five",
    "ten 70",
    "ten twenty ten",
    "twenty twelve past nine",
    "sam thirty",
    "half past sam",
    "when i like",
    "am",
    "im 10",
    "",
    "at",
]


@pytest.mark.parametrize(("said", "at"), PLAIN.items())
def test_a_time_is_understood_as_people_say_it(said: str, at: str) -> None:
    assert time_of_day(ENGLISH.comparable(said), ENGLISH) == at


@pytest.mark.parametrize("said", NOT_PLAIN)
def test_what_is_not_plainly_a_time_is_none(said: str) -> None:
    assert time_of_day(ENGLISH.comparable(said), ENGLISH) is None


def test_figures_are_understood_in_a_language_that_has_no_words_for_it() -> None:
    assert time_of_day(NO_WORDS.comparable("10.30"), NO_WORDS) == "10:30"
    assert time_of_day(NO_WORDS.comparable("half ten"), NO_WORDS) is None
