"""LATE, row by row of texts.md B.4."""

from agreed_people import london

from checkin.agreements.agreement import Late
from checkin.agreements.lateness import Granted, TooLong, grant

LATE = Late(default=15, max_each=30, max_total_per_leg=60)
DUE = london("2026-10-20 09:15")
RECEIVED = london("2026-10-20 09:17")


def answer(asked, already=0, received_at=RECEIVED, late=LATE):
    return grant(late, asked=asked, already=already, due_at=DUE, received_at=received_at)


def test_d04_late_20_waits_twenty_minutes_from_the_text():
    assert answer(20) == Granted(20, london("2026-10-20 09:37"))


def test_a_late_before_the_due_time_counts_from_the_due_time():
    assert answer(20, received_at=london("2026-10-20 09:00")) == Granted(
        20, london("2026-10-20 09:35")
    )


def test_late_without_a_number_or_with_none_that_counts_waits_the_default():
    for asked in (0, -5):
        assert answer(asked) == Granted(15, london("2026-10-20 09:32"))


def test_late_30_is_the_most_at_once():
    assert answer(30) == Granted(30, london("2026-10-20 09:47"))


def test_late_90_waits_thirty_and_someone_rings():
    assert answer(90) == TooLong(30, london("2026-10-20 09:47"))
    assert answer(31) == TooLong(30, london("2026-10-20 09:47"))


def test_a_third_late_may_fill_the_hour_of_a_leg_and_not_pass_it():
    assert answer(20, already=40) == Granted(20, london("2026-10-20 09:37"))
    assert answer(21, already=40) == TooLong(0, DUE)
    assert answer(0, already=50) == TooLong(0, DUE)


def test_late_90_on_a_leg_with_no_room_for_thirty_gives_nothing():
    assert answer(90, already=31) == TooLong(0, DUE)
    assert answer(90, already=30) == TooLong(30, london("2026-10-20 09:47"))


def test_a_default_above_the_most_at_once_is_cut_and_nobody_rings():
    assert answer(0, late=Late(default=45, max_each=30)) == Granted(30, london("2026-10-20 09:47"))
