"""No check-in without cover."""

from datetime import date, time

import pytest
from agreed_people import (
    COVER,
    DISCO_HOME,
    HELP,
    HOME,
    LONDON,
    STAFF,
    TABLETS,
    dev_agreement,
    london,
)

from checkin.agreements.agreement import CheckTime, Cover
from checkin.agreements.cover import (
    Hours,
    all_cover,
    cover_problems,
    is_one_alone,
    on_cover,
    shift_ends,
)

DAY_ONLY = Cover(day="marcus", manager="jo")


@pytest.mark.parametrize(
    ("at", "staff"),
    [
        (time(7, 29), ("lena",)), (time(7, 30), ("marcus",)),
        (time(21, 29), ("marcus",)), (time(21, 30), ("lena",)), (time(0), ("lena",)),
    ],
)  # fmt: skip
def test_the_day_is_covered_from_half_past_seven_to_half_past_nine(at, staff):
    assert on_cover(COVER, at) == staff


def test_where_nobody_is_named_nobody_is_on_cover():
    assert on_cover(DAY_ONLY, time(23)) == ()
    assert all_cover(Cover()) == ()
    assert all_cover(COVER) == ("marcus", "lena")


def test_one_who_covers_day_and_night_is_one_alone():
    assert is_one_alone(Cover(day="marcus", night="marcus"))
    assert is_one_alone(DAY_ONLY)
    assert not is_one_alone(COVER)
    assert not is_one_alone(Cover())


def test_d28_a_check_in_at_night_without_night_cover_cannot_be_kept():
    disco = dev_agreement(times=(DISCO_HOME,), cover=DAY_ONLY)

    assert cover_problems(disco, STAFF) == (
        "No one is on cover on Sunday 25 October at 01:30. Pick a person or change the time.",
    )


def test_d28_lena_is_on_nights_so_it_can():
    assert cover_problems(dev_agreement(times=(DISCO_HOME,)), STAFF) == ()
    assert cover_problems(dev_agreement(), STAFF) == ()


def test_a_person_who_no_longer_works_here_is_no_cover():
    assert cover_problems(dev_agreement(times=(DISCO_HOME,)), {"marcus": "Marcus"}) != ()


def test_every_day_of_the_week_without_cover_is_named():
    home = HOME.model_copy(update={"days": ("tue", "sun")})

    assert cover_problems(dev_agreement(times=(home,), cover=Cover()), STAFF) == (
        "No one is on cover on Tuesday at 16:00. Pick a person or change the time.",
        "No one is on cover on Sunday at 16:00. Pick a person or change the time.",
    )


def test_someone_must_be_there_when_silence_is_missed_too():
    evening = CheckTime(key="in", at=time(21, 15), days=("fri",), asks="ask_home")

    assert cover_problems(dev_agreement(times=(evening,), cover=DAY_ONLY), STAFF) == (
        "No one is on cover on Friday at 21:35. Pick a person or change the time.",
    )
    no_wait = dev_agreement(times=(evening,), cover=DAY_ONLY, missed_after_minutes=None)
    assert cover_problems(no_wait, STAFF) == ()


def test_what_only_goes_on_a_list_needs_no_cover():
    assert cover_problems(dev_agreement(thresholds=(TABLETS,), cover=Cover()), STAFF) == ()
    assert cover_problems(dev_agreement(thresholds=(HELP,), cover=Cover()), STAFF) != ()


@pytest.mark.parametrize(
    ("now", "ends"),
    [
        ("2026-10-21 13:20", "2026-10-21 21:30"),
        ("2026-10-21 21:30", "2026-10-22 07:30"),
        ("2026-10-22 07:29", "2026-10-22 07:30"),
        ("2026-10-24 23:00", "2026-10-25 07:30"),  # the longer night
    ],
)
def test_a_shift_ends_when_the_next_begins(now, ends):
    assert shift_ends(COVER, london(now), LONDON) == london(ends)


@pytest.mark.parametrize(
    ("now", "begins"),
    [
        ("2026-10-20 07:30", None),
        ("2026-10-20 21:29", None),
        ("2026-10-20 21:30", "2026-10-21 07:30"),
        ("2026-10-20 03:00", "2026-10-20 07:30"),
    ],
)
def test_what_can_wait_waits_for_the_day(now, begins):
    hours = Hours(COVER, "Europe/London")

    assert hours.wait_until(london(now)) == (begins and london(begins))


def test_a_days_work_ends_where_the_night_begins():
    assert Hours(COVER, "Europe/London").ends(date(2026, 10, 23)) == london("2026-10-23 21:30")
