"""Agreed times become moments, whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from agreed_people import DISCO_HOME, HOME, LEAVE, LONDON, dev_agreement, london, utc
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.agreements.agreement import CheckTime
from checkin.agreements.times import (
    happens_twice,
    in_words,
    local,
    moment,
    occurrences,
    one_off_problem,
)

EVERY_DAY = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CLOCKS_BACK = date(2026, 10, 25)
CLOCKS_FORWARD = date(2027, 3, 28)
# Nuuk jumps over the last hour of a Saturday, Santiago and Havana over the first of a Sunday,
# Lord Howe by half an hour; Kathmandu never.
ZONES = (
    LONDON, "America/Nuuk", "America/Santiago", "America/Havana", "Australia/Lord_Howe",
    "Africa/Casablanca", "Asia/Kathmandu",
)  # fmt: skip


def due_times(agreement, first, last):
    return [(one.key, one.due_at) for one in occurrences(agreement, first, last)]


def test_dev_is_asked_on_group_days_and_on_no_other():
    found = occurrences(dev_agreement(times=(LEAVE,)), date(2026, 10, 19), date(2026, 10, 27))

    assert [f"{local(one.due_at, LONDON):%a %H:%M}" for one in found] == [
        "Tue 09:15", "Thu 09:15", "Fri 09:15", "Sun 09:15", "Tue 09:15",
    ]  # fmt: skip


def test_devs_day_is_asked_in_order_and_may_be_answered_early():
    leave, arrive, home = occurrences(dev_agreement(), date(2026, 10, 22), date(2026, 10, 22))

    assert (leave.key, arrive.key, home.key) == ("leave", "arrive", "home")
    assert leave.due_at == utc("2026-10-22 08:15")
    assert leave.early_from == london("2026-10-22 08:45")
    assert home.early_from == london("2026-10-22 15:00")
    assert home.local_slot == "2026-10-22T16:00"
    assert home.time == HOME


def test_nobody_is_asked_before_the_agreement_begins():
    later = dev_agreement(valid_from=date(2026, 10, 23))

    assert {one.due_at.date() for one in occurrences(later, date(2026, 10, 19), date(2026, 10, 25))} == {
        date(2026, 10, 23), date(2026, 10, 25),
    }  # fmt: skip
    assert occurrences(later, date(2026, 10, 1), date(2026, 10, 22)) == ()


def test_nobody_is_asked_under_what_they_did_not_agree_to_once_it_has_ended():
    set_by_staff = dev_agreement(view_of_person="does_not_agree", review_on=date(2026, 10, 23))

    found = occurrences(set_by_staff, date(2026, 10, 22), date(2026, 10, 25))

    assert {one.due_at.date() for one in found} == {date(2026, 10, 22), date(2026, 10, 23)}


def test_d29_the_first_half_past_one_is_asked_and_d32_the_second_is_not():
    disco = dev_agreement(times=(DISCO_HOME,))

    (only,) = occurrences(disco, date(2026, 10, 24), date(2026, 10, 26))

    assert only.due_at == utc("2026-10-25 00:30")
    assert (only.fold, only.local_slot) == (0, "2026-10-25T01:30")


def test_a_one_off_may_name_the_second_half_past_one():
    second = DISCO_HOME.model_copy(update={"second_time": True})

    (only,) = occurrences(dev_agreement(times=(second,)), CLOCKS_BACK, CLOCKS_BACK)

    assert (only.due_at, only.fold) == (utc("2026-10-25 01:30"), 1)
    assert only.local_slot == "2026-10-25T01:30"


@pytest.mark.parametrize("day", [date(2026, 10, 24), CLOCKS_BACK])
def test_a_repeating_time_never_names_a_second_one(day):
    nightly = CheckTime(key="night", at=time(1, 30), days=EVERY_DAY, second_time=True, asks="x")

    (only,) = occurrences(dev_agreement(times=(nightly,)), day, day)

    assert only.fold == 0
    assert only.due_at == utc(f"{day} 00:30")


def test_a_second_time_means_nothing_where_a_time_comes_once():
    plain = DISCO_HOME.model_copy(update={"second_time": True, "on": date(2026, 10, 24)})

    (only,) = occurrences(dev_agreement(times=(plain,)), plain.on, plain.on)

    assert (only.due_at, only.fold) == (utc("2026-10-24 00:30"), 0)


def test_d33_on_the_day_the_clocks_go_back_leave_is_asked_once_at_quarter_past_nine():
    found = due_times(dev_agreement(times=(LEAVE,)), CLOCKS_BACK, CLOCKS_BACK)

    assert found == [("leave", utc("2026-10-25 09:15"))]


def test_d_spring_a_one_off_in_the_hour_that_is_not_there_is_refused():
    said = one_off_problem(CLOCKS_FORWARD, time(1, 30), LONDON)

    assert said == "There is no 01:30 that night. The clocks jump from 01:00 to 02:00."


@pytest.mark.parametrize("at", [time(0, 59), time(2)])
def test_d_spring_the_minutes_on_either_side_of_the_jump_are_there(at):
    assert one_off_problem(CLOCKS_FORWARD, at, LONDON) is None


@pytest.mark.parametrize("at", [time(1), time(1, 59)])
def test_d_spring_the_first_and_the_last_minute_of_the_jump_are_not(at):
    said = one_off_problem(CLOCKS_FORWARD, at, LONDON)

    assert said == f"There is no {at:%H:%M} that night. The clocks jump from 01:00 to 02:00."


def test_d_spring_a_repeating_half_past_one_runs_once_at_two():
    nightly = CheckTime(key="night", at=time(1, 30), days=("sun",), asks="x")

    (only,) = occurrences(dev_agreement(times=(nightly,)), CLOCKS_FORWARD, CLOCKS_FORWARD)

    assert only.due_at == utc("2027-03-28 01:00")
    assert in_words(only.due_at, LONDON) == "02:00"
    assert only.local_slot == "2027-03-28T01:30"  # it keeps its agreed name


def test_d_spring_leave_comes_23_hours_after_saturdays():
    daily = LEAVE.model_copy(update={"days": EVERY_DAY})

    saturday, sunday = occurrences(dev_agreement(times=(daily,)), date(2027, 3, 27), CLOCKS_FORWARD)

    assert saturday.due_at == utc("2027-03-27 09:15")
    assert sunday.due_at == utc("2027-03-28 08:15")
    assert sunday.due_at - saturday.due_at == timedelta(hours=23)


def test_d28_the_editor_learns_that_half_past_one_happens_twice():
    assert happens_twice(CLOCKS_BACK, time(1, 30), LONDON)
    assert happens_twice(CLOCKS_BACK, time(1), LONDON)
    assert not happens_twice(CLOCKS_BACK, time(0, 59), LONDON)
    assert not happens_twice(CLOCKS_BACK, time(2), LONDON)
    assert not happens_twice(CLOCKS_FORWARD, time(1, 30), LONDON)


def test_d31_a_time_that_came_twice_says_which_one_it_was():
    assert in_words(utc("2026-10-25 00:43"), LONDON) == "01:43, before the clocks changed"
    assert in_words(utc("2026-10-25 01:43"), LONDON) == "01:43, after the clocks changed"
    assert in_words(utc("2026-10-25 02:43"), LONDON) == "02:43"


def test_a_moment_is_shown_as_the_clock_on_the_wall():
    assert local(utc("2026-10-22 09:20"), LONDON).isoformat() == "2026-10-22T10:20:00+01:00"


def test_a_jump_over_midnight_moves_a_late_check_in_into_the_next_day():
    saturday = date(2026, 3, 28)

    assert moment(saturday, time(23, 30), "America/Nuuk") == utc("2026-03-29 01:00")
    assert one_off_problem(saturday, time(23, 30), "America/Nuuk") == (
        "There is no 23:30 that night. The clocks jump from 23:00 to 00:00."
    )


@settings(max_examples=20, deadline=None)
@given(
    zone=st.sampled_from(ZONES),
    at=st.times(max_value=time(23, 59)).map(lambda at: at.replace(second=0, microsecond=0)),
    first=st.dates(date(2026, 1, 1), date(2036, 9, 1)),
)
def test_whatever_the_clocks_do_there_is_exactly_one_check_in_a_day(zone, at, first):
    daily = CheckTime(key="daily", at=at, days=EVERY_DAY, asks="x")
    agreement = dev_agreement(zone=zone, times=(daily,), valid_from=date(2026, 1, 1))
    last = first + timedelta(days=60)

    found = occurrences(agreement, first, last)

    assert [one.local_slot[:10] for one in found] == [
        str(first + timedelta(days=number)) for number in range(61)
    ]
    for before, after in pairwise(found):
        assert timedelta(hours=23) <= after.due_at - before.due_at <= timedelta(hours=25)


@settings(max_examples=40, deadline=None)
@given(
    zone=st.sampled_from(ZONES),
    on=st.dates(date(2026, 1, 1), date(2036, 12, 31)),
    at=st.times(max_value=time(23, 59)),
)
def test_whatever_time_was_agreed_it_is_asked_at_that_time_or_at_the_end_of_a_jump(zone, on, at):
    wall = datetime.combine(on, at.replace(second=0, microsecond=0))

    shown = local(moment(on, wall.time(), zone), zone).replace(tzinfo=None)

    is_there = one_off_problem(on, wall.time(), zone) is None
    assert shown == wall if is_there else wall < shown <= wall + timedelta(hours=1)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("at", [time(0), time(1, 30), time(2), time(23, 30)])
def test_on_every_night_the_clocks_change_one_check_in_is_asked(zone, at):
    daily = CheckTime(key="daily", at=at, days=EVERY_DAY, asks="x")
    agreement = dev_agreement(zone=zone, times=(daily,), valid_from=date(2026, 1, 1))

    for night in nights_of_change(zone):
        found = occurrences(agreement, night - timedelta(days=1), night + timedelta(days=1))
        assert len({one.due_at for one in found}) == 3


def nights_of_change(zone):
    """Return the days from 2026 to 2036 on which the clocks change."""
    noons = [datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=n) for n in range(4017)]
    offsets = [local(noon, zone).utcoffset() for noon in noons]
    pairs = zip(noons, offsets, offsets[1:], strict=False)
    return [(noon + timedelta(days=1)).date() for noon, before, after in pairs if before != after]
