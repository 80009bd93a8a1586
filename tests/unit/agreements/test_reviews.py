"""An agreement is looked at again, and what is not looked at does not lapse in silence."""

from datetime import date, timedelta

import pytest
from agreed_people import FACES, MISSED, PLAN, TALK, ana_agreement, dev_agreement
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.agreements.review import review_state, review_task, threshold_runs, words_for_person
from checkin.agreements.review_dates import (
    Held,
    after_trigger,
    next_review,
    rhythm_on,
    six_weeks_after,
    with_pick,
)
from checkin.agreements.working_days import after_working_days, bank_holidays, is_working_day

DUE = date(2026, 11, 30)  # Ana's review
DAY = timedelta(days=1)


# An agreement that is out of date -----------------------------------------------------


def test_a_review_is_ahead_due_or_over():
    ana = ana_agreement()

    assert review_state(ana, DUE - DAY) == "ahead"
    assert review_state(ana, DUE) == "due"
    assert review_state(ana, DUE + DAY) == "over"


def test_nobody_is_told_of_a_review_that_is_ahead():
    assert review_task(ana_agreement(), "Ana", DUE - DAY) is None
    assert words_for_person(ana_agreement(), DUE) == ()


def test_a_review_that_is_due_is_work_on_the_list():
    task = review_task(ana_agreement(), "Ana", DUE)

    assert (task.kind, task.level, task.task, task.about) == ("review_due", "plan", True, "service")
    assert task.title == "Look at this again with Ana: My morning."
    assert task.what == ("It was due on Monday 30 November.",)
    assert task.agreed_words == "One voice. Quiet first."


def test_seven_days_over_it_is_work_for_today():
    assert review_task(ana_agreement(), "Ana", DUE + 6 * DAY).level == "plan"
    assert review_task(ana_agreement(), "Ana", DUE + 7 * DAY).level == "today"


def test_every_day_over_is_told_again_and_joins_the_same_work():
    first = review_task(ana_agreement(), "Ana", DUE)
    second = review_task(ana_agreement(), "Ana", DUE + DAY)

    assert first.key != second.key
    assert first.group == second.group


def test_ana_sees_that_her_agreement_is_out_of_date():
    assert words_for_person(ana_agreement(), DUE + DAY) == (
        "This is out of date. We need to talk.",
    )


def test_after_14_days_over_feelings_pause_and_staff_and_ana_are_told():
    last, over = DUE + 14 * DAY, DUE + 15 * DAY

    assert threshold_runs(FACES, ana_agreement(), last)
    assert not threshold_runs(FACES, ana_agreement(), over)
    assert words_for_person(ana_agreement(), over) == (
        "This is out of date. We need to talk.",
        "We have stopped counting how you feel until we talk.",
    )
    assert review_task(ana_agreement(), "Ana", last).what[1:] == ()
    assert review_task(ana_agreement(), "Ana", over).what[1:] == (
        "Feelings are not counted until then.",
    )


@pytest.mark.parametrize("threshold", [*dev_agreement().thresholds, TALK, PLAN])
def test_safety_and_what_is_about_staff_never_pause(threshold):
    assert threshold_runs(threshold, ana_agreement(), date(2036, 1, 1))


def test_what_staff_decided_ends():
    by_staff = dev_agreement(view_of_person="does_not_agree")  # until 2 November

    assert threshold_runs(MISSED, by_staff, date(2026, 11, 2))
    assert not threshold_runs(MISSED, by_staff, date(2026, 11, 3))


# The next review ----------------------------------------------------------------------

BEGAN = date(2026, 10, 5)


def held(rhythm, kept):
    return [Held(BEGAN + number * 7 * DAY, rhythm, one) for number, one in enumerate(kept, start=1)]


def test_early_reviews_are_weekly():
    assert next_review("early", BEGAN, 5) == date(2026, 10, 12)


@pytest.mark.parametrize(
    ("last", "day_number", "then"),
    [
        (date(2027, 1, 31), 31, date(2027, 2, 28)),
        (date(2027, 2, 28), 31, date(2027, 3, 31)),
        (date(2028, 1, 31), 31, date(2028, 2, 29)),
        (date(2026, 12, 15), 15, date(2027, 1, 15)),
    ],
)
def test_settling_reviews_are_monthly_on_the_same_day_number(last, day_number, then):
    assert next_review("settling", last, day_number) == then


def test_stable_reviews_are_every_three_months():
    assert next_review("stable", date(2026, 11, 30), 30) == date(2027, 2, 28)
    assert next_review("stable", date(2026, 10, 5), 5) == date(2027, 1, 5)


def rhythm(day, rhythm, kept=(True, True, True), step_ups=()):
    return rhythm_on(
        BEGAN + timedelta(days=day), rhythm, began=BEGAN, held=held(rhythm, kept),
        step_ups=[BEGAN + timedelta(days=one) for one in step_ups],
    )  # fmt: skip


def test_the_early_weeks_last_six_weeks_at_least_and_twelve_at_most():
    assert rhythm(41, "early") == "early"
    assert rhythm(42, "early") == "settling"
    assert rhythm(83, "early", kept=(False,)) == "early"
    assert rhythm(84, "early", kept=(False,), step_ups=(83,)) == "settling"


def test_the_early_weeks_go_on_while_things_change_or_alerts_are_needed():
    assert rhythm(42, "early", kept=(True, True)) == "early"
    assert rhythm(42, "early", kept=(True, False, True, True)) == "early"
    assert rhythm(42, "early", kept=(False, True, True, True)) == "settling"
    assert rhythm(42, "early", step_ups=(22,)) == "early"
    assert rhythm(42, "early", step_ups=(21,)) == "settling"


def test_stable_after_three_quiet_monthly_reviews_in_a_row():
    assert rhythm(200, "settling") == "stable"
    assert rhythm(200, "settling", kept=(True, True, False)) == "settling"
    assert rhythm(200, "settling", step_ups=(141,)) == "settling"
    assert rhythm(200, "settling", step_ups=(140,)) == "stable"


def test_reviews_of_an_earlier_stage_do_not_count_for_the_next():
    monthly = rhythm_on(
        BEGAN + timedelta(days=100), "settling", began=BEGAN,
        held=held("early", (True, True, True)), step_ups=[],
    )  # fmt: skip

    assert monthly == "settling"


def test_stable_stays_stable():
    assert rhythm(400, "stable", kept=(False,), step_ups=(399,)) == "stable"


def test_d27_after_the_word_was_used_dev_is_met_within_three_working_days():
    assert after_trigger(date(2026, 11, 2), date(2026, 10, 23)) == date(2026, 10, 28)


def test_a_review_that_was_sooner_anyway_stays():
    assert after_trigger(date(2026, 10, 26), date(2026, 10, 23)) == date(2026, 10, 26)


def test_d37_devs_own_pick_wins_if_earlier_or_within_the_stage():
    month = next_review("settling", date(2026, 10, 26), 26)

    assert with_pick(month, date(2026, 11, 9), month) == date(2026, 11, 9)
    assert with_pick(date(2026, 10, 28), month, month) == month
    assert with_pick(date(2026, 10, 28), month + DAY, month) == date(2026, 10, 28)


def test_a_new_routine_has_a_review_after_exactly_six_weeks():
    assert six_weeks_after(BEGAN) == date(2026, 11, 16)


# Working days -------------------------------------------------------------------------


def easter(year):
    """Return Easter Sunday (the anonymous Gregorian reckoning)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def mondays(year, month):
    return [day for day in (date(year, month, n) for n in range(1, 31)) if day.weekday() == 0]


def weekdays_from(day, number):
    """Return the day and the next, each moved off the weekend to a free weekday."""
    free = []
    while len(free) < number:
        if day.weekday() < 5:
            free.append(day)
        day += DAY
    return free


@pytest.mark.parametrize("year", [2026, 2027, 2028, 2031, 2040])
def test_the_bank_holidays_are_those_of_england(year):
    worked_out = {
        *weekdays_from(date(year, 1, 1), 1),
        easter(year) - 2 * DAY,
        easter(year) + DAY,
        mondays(year, 5)[0],
        max(day for day in (date(year, 5, n) for n in range(25, 32)) if day.weekday() == 0),
        max(day for day in (date(year, 8, n) for n in range(25, 32)) if day.weekday() == 0),
        *weekdays_from(date(year, 12, 25), 2),
    }

    assert bank_holidays(year) == worked_out


def test_friday_and_one_working_day_is_monday():
    assert after_working_days(date(2026, 10, 23), 1) == date(2026, 10, 26)
    assert after_working_days(date(2026, 10, 24), 1) == date(2026, 10, 26)
    assert after_working_days(date(2026, 4, 2), 1) == date(2026, 4, 7)  # over Easter
    assert after_working_days(date(2026, 10, 24), 0) == date(2026, 10, 24)


@settings(max_examples=50, deadline=None)
@given(st.dates(date(2026, 1, 1), date(2040, 1, 1)), st.integers(1, 10))
def test_whatever_the_day_so_many_working_days_later_is_one(day, number):
    later = after_working_days(day, number)

    between = [day + timedelta(days=n) for n in range(1, (later - day).days + 1)]
    assert is_working_day(later)
    assert sum(is_working_day(one) for one in between) == number


@settings(max_examples=50, deadline=None)
@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(0, 6), st.integers(0, 6))
def test_whatever_the_days_some_and_then_some_more_are_all_of_them(day, some, more):
    in_steps = after_working_days(after_working_days(day, some), more)

    assert in_steps == after_working_days(day, some + more)
