"""A change is new for three handovers that were really held, however many read the card on each."""

from datetime import date, timedelta

from checkin.agreements.handovers import is_new, shift_of
from tests.conftest import london

ZONE = "Europe/London"
CHANGED = london("2026-10-20 15:00")
DAY, NIGHT, NEXT_DAY, NEXT_NIGHT = (
    london(one)
    for one in ("2026-10-20 16:00", "2026-10-20 21:40", "2026-10-21 07:35", "2026-10-21 21:45")
)


def test_a_change_that_nobody_read_stays_new():
    assert is_new(CHANGED, (), CHANGED + timedelta(days=30), ZONE)


def test_it_is_new_on_three_shifts_and_not_on_the_fourth():
    assert is_new(CHANGED, (DAY, NIGHT), NEXT_DAY, ZONE)
    assert is_new(CHANGED, (DAY, NIGHT, NEXT_DAY), NEXT_DAY, ZONE)
    assert not is_new(CHANGED, (DAY, NIGHT, NEXT_DAY), NEXT_NIGHT, ZONE)


def test_several_who_read_it_on_one_shift_are_one_handover():
    four = [DAY + timedelta(minutes=number) for number in range(4)]

    assert is_new(CHANGED, four, NEXT_NIGHT, ZONE)


def test_what_was_read_before_the_change_does_not_count():
    before = [CHANGED - timedelta(days=number) for number in (1, 2, 3)]

    assert is_new(CHANGED, before, NEXT_NIGHT, ZONE)


def test_a_night_belongs_to_the_day_on_which_it_began():
    assert shift_of(london("2026-10-21 03:00"), ZONE) == (date(2026, 10, 20), "night")
    assert shift_of(NIGHT, ZONE) == (date(2026, 10, 20), "night")
    assert shift_of(NEXT_DAY, ZONE) == (date(2026, 10, 21), "day")
