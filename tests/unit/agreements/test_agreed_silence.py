"""Nobody has answered: the boundaries, outages, and clocks that jump."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from agreed_people import ana_agreement, dev_agreement, london
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.agreements.expected import Expected
from checkin.agreements.silence import (
    Ask,
    Down,
    Miss,
    Remind,
    Wait,
    expected,
    in_time,
    moved,
    moved_to,
    next_step,
)
from checkin.agreements.times import occurrences

THURSDAY = date(2026, 10, 22)
DUE = london("2026-10-22 10:00")
REMIND = london("2026-10-22 10:10")
DEADLINE = london("2026-10-22 10:20")
SECOND = timedelta(seconds=1)
OUTAGE = Down(since=london("2026-10-22 09:50"), until=london("2026-10-22 10:40"))


def arrive(state="planned", agreement=None):
    """Return Dev's second check-in of Thursday 22 October, as it stands."""
    agreement = agreement or dev_agreement()
    _, occurrence, _ = occurrences(agreement, THURSDAY, THURSDAY)
    return expected("arrive-22", state, occurrence, agreement)


def daily(state="planned", **changes):
    """Return Ana's daily check of Monday 9 November, open from 10:30 to 13:30."""
    agreement = ana_agreement(**changes)
    (occurrence,) = occurrences(agreement, date(2026, 11, 9), date(2026, 11, 9))
    return expected("daily-9", state, occurrence, agreement)


def test_a_check_in_carries_the_waits_of_its_agreement():
    assert arrive() == Expected("arrive-22", "planned", DUE, REMIND, DEADLINE)


def test_anas_daily_check_ends_when_it_closes_and_is_never_reminded():
    assert daily().remind_at is None
    assert daily().deadline_at == london("2026-11-09 13:30")


def test_without_a_wait_and_without_an_end_silence_is_never_missed():
    times = (ana_agreement().times[0].model_copy(update={"open_until": None}),)

    assert daily(times=times).deadline_at is None
    assert next_step(daily("asked", times=times), london("2027-01-01 00:00")) == Wait(until=None)


def test_d12_dev_is_asked_at_ten_and_not_before():
    assert next_step(arrive(), DUE - SECOND) == Wait(until=DUE)
    assert next_step(arrive(), DUE) == Ask()


def test_d13_dev_is_reminded_at_ten_past():
    assert next_step(arrive("asked"), REMIND - SECOND) == Wait(until=REMIND)
    assert next_step(arrive("asked"), REMIND) == Remind()


def test_d14_silence_is_missed_from_the_second_after_the_deadline():
    assert next_step(arrive("reminded"), REMIND) == Wait(until=DEADLINE + SECOND)
    assert next_step(arrive("reminded"), DEADLINE) == Wait(until=DEADLINE + SECOND)
    assert next_step(arrive("reminded"), DEADLINE + SECOND) == Miss()


def test_a_reply_in_the_second_of_the_deadline_is_in_time_and_one_second_later_is_not():
    assert in_time(london("2026-10-22 10:20:00"), DEADLINE)
    assert in_time(london("2026-10-22 10:20:00.999999"), DEADLINE)
    assert not in_time(london("2026-10-22 10:20:01"), DEADLINE)


def test_nobody_is_reminded_past_the_deadline():
    assert next_step(arrive("asked"), DEADLINE + SECOND) == Miss()


def test_without_a_reminder_dev_is_asked_once_and_then_missed():
    quiet = arrive("asked", dev_agreement(remind_after_minutes=None))

    assert next_step(quiet, REMIND) == Wait(until=DEADLINE + SECOND)


@pytest.mark.parametrize(
    "state", ["answered", "declined", "missed", "with_staff", "cancelled", "stopped_texts", "waiting_device"]
)  # fmt: skip
def test_what_has_ended_asks_for_nothing_more(state):
    assert next_step(arrive(state), DEADLINE + SECOND) == Wait(until=None)


def test_twenty_minutes_are_twenty_real_minutes_on_both_weekends():
    for night in (date(2026, 10, 25), date(2027, 3, 28)):
        agreement = dev_agreement()
        for occurrence in occurrences(agreement, night, night):
            check_in = expected("x", "planned", occurrence, agreement)
            assert check_in.deadline_at - check_in.due_at == timedelta(minutes=20)


# Late ---------------------------------------------------------------------------------


def test_a_moved_check_in_moves_all_its_times():
    assert moved(arrive("asked"), 20) == Expected(
        "arrive-22",
        "asked",
        london("2026-10-22 10:20"),
        london("2026-10-22 10:30"),
        london("2026-10-22 10:40"),
    )


def test_who_was_reminded_before_a_late_may_be_reminded_afresh():
    later = moved_to(arrive("reminded"), london("2026-10-22 10:35"))

    assert later.state == "asked"
    assert next_step(later, london("2026-10-22 10:45")) == Remind()


def test_a_late_that_gives_no_time_changes_nothing():
    assert moved(arrive("reminded"), 0) == arrive("reminded")


def test_moving_leaves_out_what_was_never_agreed():
    times = (ana_agreement().times[0].model_copy(update={"open_until": None}),)

    later = moved(daily("asked", times=times), 5)

    assert (later.remind_at, later.deadline_at) == (None, None)


# Our own outage -----------------------------------------------------------------------


def test_after_an_outage_nobody_is_asked_late_and_the_alert_says_since_when_we_were_down():
    back = OUTAGE.until

    assert next_step(arrive(), back, down=OUTAGE) == Miss(down_from=OUTAGE.since)


def test_back_before_the_deadline_dev_is_still_not_asked_late_and_judged_once():
    down = Down(since=OUTAGE.since, until=london("2026-10-22 10:05"))

    assert next_step(arrive(), down.until, down=down) == Wait(until=DEADLINE + SECOND)
    assert next_step(arrive(), DEADLINE + SECOND, down=down) == Miss(down_from=down.since)


def test_an_outage_after_asking_still_lets_the_reminder_go_and_is_told():
    down = Down(since=london("2026-10-22 10:05"), until=london("2026-10-22 10:15"))

    assert next_step(arrive("asked"), down.until, down=down) == Remind()
    assert next_step(arrive("reminded"), DEADLINE + SECOND, down=down) == Miss(down_from=down.since)


def test_a_restart_of_two_minutes_is_no_outage_dev_is_asked_a_little_late():
    down = Down(since=DUE - SECOND, until=DUE - SECOND + timedelta(minutes=2))

    assert next_step(arrive(), down.until, down=down) == Ask()
    longer = replace(down, until=down.until + SECOND)
    assert next_step(arrive(), longer.until, down=longer) == Wait(until=DEADLINE + SECOND)


@pytest.mark.parametrize(
    "down",
    [
        Down(since=london("2026-10-22 08:00"), until=DUE),  # back just in time to ask
        Down(since=DEADLINE + SECOND, until=london("2026-10-22 12:00")),
    ],
)
def test_an_outage_outside_the_wait_changes_nothing(down):
    assert next_step(arrive(), DUE, down=down) == Ask()
    assert next_step(arrive("reminded"), DEADLINE + SECOND, down=down) == Miss()


def test_an_outage_that_began_in_the_last_second_of_the_wait_may_have_lost_a_reply():
    down = Down(since=DEADLINE, until=london("2026-10-22 12:00"))

    assert next_step(arrive("reminded"), down.until, down=down) == Miss(down_from=DEADLINE)


def test_what_can_never_be_missed_is_asked_late_rather_than_never():
    times = (ana_agreement().times[0].model_copy(update={"open_until": None}),)
    down = Down(since=london("2026-11-09 10:00"), until=london("2026-11-09 12:00"))

    assert next_step(daily(times=times), down.until, down=down) == Ask()


def test_picked_up_at_the_time_of_the_reminder_dev_is_asked_and_not_reminded():
    assert next_step(arrive(), REMIND) == Ask()
    assert next_step(arrive(), REMIND - SECOND) == Ask()


# Whatever -----------------------------------------------------------------------------

moments = st.integers(-90 * 60, 90 * 60).map(lambda seconds: DUE + timedelta(seconds=seconds))
outages = st.none() | st.tuples(moments, moments).map(lambda pair: Down(min(pair), max(pair)))


@settings(max_examples=50, deadline=None)
@given(ticks=st.lists(moments, max_size=25), down=outages)
def test_whatever_the_clock_does_nobody_is_asked_twice_for_one_check_in(ticks, down):
    check_in, done = arrive(), []
    for now in ticks:
        match step := next_step(check_in, now, down=down):
            case Ask():
                check_in = replace(check_in, state="asked")
            case Remind():
                check_in = replace(check_in, state="reminded")
            case Miss():
                check_in = replace(check_in, state="missed")
            case Wait():
                continue
        done.append(type(step))

    assert done in (
        [*asked, *missed] for asked in ([], [Ask], [Ask, Remind]) for missed in ([], [Miss])
    )


@settings(max_examples=50, deadline=None)
@given(
    state=st.sampled_from(["planned", "asked", "reminded"]), now=moments, down=outages,
    fraction=st.integers(0, 999_999),
)  # fmt: skip
def test_whatever_the_moment_a_reply_and_silence_never_both_win_and_never_both_lose(
    state, now, down, fraction
):
    now += timedelta(microseconds=fraction)

    is_missed = isinstance(next_step(arrive(state), now, down=down), Miss)

    assert is_missed != in_time(now, DEADLINE)


@settings(max_examples=80, deadline=None)
@given(state=st.sampled_from(["planned", "asked", "reminded"]), now=moments)
def test_whatever_the_moment_a_wait_always_ends_and_something_happens_then(state, now):
    step = next_step(arrive(state), now)

    if isinstance(step, Wait):
        assert now < step.until <= DEADLINE + SECOND
        assert not isinstance(next_step(arrive(state), step.until), Wait)
