"""A promise is late when its day is over, and that is about us."""

from datetime import date

import pytest

from checkin.agreements.happened import Person
from checkin.lives.loop import Done, Promised
from checkin.lives.promise_late import is_late, promise_late, words_for_person

FRIDAY, SATURDAY = date(2026, 10, 23), date(2026, 10, 24)


@pytest.mark.parametrize(
    ("loop", "today", "late"),
    [
        (Promised(1, "do", FRIDAY), FRIDAY, False),
        (Promised(1, "do", FRIDAY), SATURDAY, True),
        (Promised(1, "later", None), SATURDAY, False),
        (Done(1), SATURDAY, False),
    ],
)
def test_it_is_late_from_the_day_after(loop, today, late):
    assert is_late(loop, today) is late


def test_it_points_at_the_service():
    late = promise_late("y1", Promised(2, "do", FRIDAY), "marcus", Person("dev", "Dev"))

    assert (late.about, late.for_staff, late.managers_too) == ("service", "marcus", True)
    assert late.what[0] == "We said: by Friday 23 October."


def test_the_person_reads_the_day_and_who_has_it():
    assert words_for_person(FRIDAY, "Marcus has it.") == (
        "We are late. We said Friday 23 October.", "It is not done yet.", "Marcus has it.",
    )  # fmt: skip
    assert len(words_for_person(FRIDAY, "")) == 2
