"""What calls nobody is told by day, and what is soon over is said once more while its shift is on."""

from datetime import time, timedelta

import pytest
from agreed_people import london

from checkin.agreements.agreement import Cover
from checkin.agreements.by_day import USUAL, is_time_to_remind, reminded_at, told_at
from checkin.agreements.cover import Hours

MORNING = london("2026-10-24 07:30")


@pytest.mark.parametrize("level", ["today", "plan"])
@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2026-10-23 21:29", london("2026-10-23 21:29")),
        ("2026-10-23 21:30", MORNING),
        ("2026-10-23 23:30", MORNING),
        ("2026-10-24 00:31", MORNING),
        ("2026-10-24 07:29", MORNING),
        ("2026-10-24 07:30", MORNING),
        ("2026-10-24 07:31", london("2026-10-24 07:31")),
    ],
)
def test_what_calls_nobody_is_told_by_day(level, at, told):
    assert told_at(level, london(at), USUAL, london("2026-10-23 12:00")) == told


@pytest.mark.parametrize("level", ["now", "soon"])
def test_what_calls_is_told_at_its_second(level):
    at = london("2026-10-24 00:31")

    assert told_at(level, at, USUAL, at) == at


def test_the_hours_are_those_that_were_agreed():
    hours = Hours(Cover(day_from=time(9), night_from=time(20)), "Europe/London")

    at = london("2026-10-23 20:30")

    assert told_at("today", at, hours, at) == london("2026-10-24 09:00")
    assert reminded_at(london("2026-10-23 20:00"), hours) == london("2026-10-23 19:00")


def test_the_night_in_which_the_clocks_go_back_ends_at_the_same_time_on_the_wall():
    at = london("2026-10-24 23:30")

    assert told_at("today", at, USUAL, at) == london("2026-10-25 07:30")


def test_a_call_to_make_in_this_night_is_gone_on_with_then_and_no_work_of_another_night():
    call_by = london("2026-10-23 22:20")

    assert told_at("today", call_by, USUAL, london("2026-10-23 22:00"), call_by) == call_by
    assert told_at("today", call_by, USUAL, london("2026-10-22 22:20"), call_by) == MORNING
    ends = london("2026-10-23 21:30")  # the shift's end is no time in the night
    assert told_at("today", ends, USUAL, london("2026-10-23 21:00"), ends) == MORNING


@pytest.mark.parametrize(
    ("do_by", "reminded"),
    [
        ("2026-10-23 21:30", "2026-10-23 20:30"),
        ("2026-10-23 22:20", "2026-10-23 21:20"),
        ("2026-10-23 23:00", "2026-10-23 20:30"),
        ("2026-10-24 07:30", "2026-10-23 20:30"),
        ("2026-10-24 08:30", "2026-10-24 07:30"),
    ],
)
def test_it_is_said_once_more_an_hour_before_and_never_in_the_night(do_by, reminded):
    assert reminded_at(london(do_by), USUAL) == london(reminded)


def test_it_is_time_to_remind_until_it_is_over():
    do_by = london("2026-10-23 21:30")
    hour = timedelta(hours=1)

    assert not is_time_to_remind(do_by - hour - timedelta(seconds=1), do_by, USUAL)
    assert is_time_to_remind(do_by - hour, do_by, USUAL)
    assert not is_time_to_remind(do_by, do_by, USUAL)
    assert not is_time_to_remind(do_by, None, USUAL)


def test_the_next_morning_is_after_now():
    assert USUAL.next_morning(london("2026-10-23 00:31")) == london("2026-10-23 07:30")
    assert USUAL.next_morning(london("2026-10-23 07:30")) == MORNING
    assert USUAL.next_morning(london("2026-10-23 23:30")) == MORNING
