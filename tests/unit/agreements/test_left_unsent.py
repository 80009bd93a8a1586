"""What tells of a hurt and is not sent: those outside are told that it was begun, never what it was."""

from datetime import UTC, datetime

import pytest

from checkin.agreements.happened import LeftUnsent, Person
from checkin.agreements.thresholds import reached

NOON = datetime(2026, 10, 20, 11, tzinfo=UTC)
ANA = Person("ana", "Ana")


@pytest.mark.parametrize(
    ("beside", "said"),
    [
        ((), "No staff were signed in there."),
        (("Marcus",), "Marcus was signed in there."),
        (("Marcus", "Priya"), "Marcus and Priya were signed in there."),
    ],
)
def test_thrown_away_it_says_who_of_staff_was_there_and_not_who_threw_it(
    beside: tuple[str, ...], said: str
):
    thrown = LeftUnsent("c", "thrown_away", beside=beside)
    (alert,) = reached([], thrown, NOON, person=ANA)

    assert (alert.kind, alert.level) == ("left_unsent", "soon")
    assert alert.title == "Ana began to tell something. It was thrown away."
    assert alert.what == ("It was not sent. Nobody can read it.", said)


def test_of_words_that_were_changed_it_says_who_was_there_and_that_they_are_gone():
    (alert,) = reached([], LeftUnsent("c", "changed", beside=("Priya",)), NOON, person=ANA)

    assert (alert.kind, alert.level) == ("left_unsent", "soon")
    assert alert.title == "Ana told of a hurt. It was changed, then sent."
    assert alert.what == ("Nobody can read the old words.", "Priya was signed in there.")


def test_thrown_away_after_it_was_left_it_is_told_again():
    (left,) = reached([], LeftUnsent("c"), NOON, person=ANA)
    (thrown,) = reached([], LeftUnsent("c", "thrown_away"), NOON, person=ANA)

    assert left.key != thrown.key
    assert left.group != thrown.group


def test_left_on_a_device_that_was_turned_away_it_says_by_whom():
    away = "Tablet in the lounge was turned away by Marcus at 15:00."
    (left,) = reached([], LeftUnsent("c", turned_away=away), NOON, person=ANA)
    (plain,) = reached([], LeftUnsent("c"), NOON, person=ANA)

    assert left.what == (*plain.what, away)
