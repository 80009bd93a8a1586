"""Who is told, and that it never ends in silence."""

from datetime import UTC, datetime, timedelta

import pytest
from agreed_people import COVER, london
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.agreements.agreement import Cover
from checkin.agreements.ladder import (
    NOT_CLOSED,
    Tell,
    claimed_until,
    next_tell,
    step_after,
    steps_for,
    who,
)

NOW = london("2026-10-23 14:35")
NOON = datetime(2026, 10, 23, 12, tzinfo=UTC)
NIGHT = datetime(2026, 10, 23, 23, tzinfo=UTC)
LEVELS = ("now", "soon", "today", "plan")
TARGETS = ("on_cover", "all_cover", "team_lead", "manager", "keyworker", "all_managers")


def minutes(number):
    return timedelta(minutes=number)


def times_told(level, steps=5, **more):
    """Return what is told at each step nobody acts on: whom, how, minutes from the start."""
    told, at = [], NOW
    for step in range(steps):
        tell = next_tell(level, step, at, **more)
        told.append((tell.to[0], tell.by, int((at - NOW) / minutes(1))))
        at = tell.next_at
    return told


def test_now_rings_all_on_cover_at_once_and_the_manager_two_minutes_later():
    assert times_told("now") == [
        ("all_cover", "call", 0),
        ("manager", "call", 2),
        ("all_managers", "call", 4),
        ("all_managers", "call", 14),  # the first again as agreed, the next at a mark
        ("everybody", "call", 20),
    ]


def test_soon_goes_from_cover_to_team_lead_at_five_and_to_the_manager_at_fifteen():
    assert times_told("soon") == [
        ("on_cover", "text", 0),
        ("team_lead", "text", 5),
        ("manager", "call", 15),
        ("all_managers", "call", 25),
        ("all_managers", "call", 35),
    ]


def test_soon_rings_everybody_who_may_know_within_the_hour_where_nobody_acts():
    assert next_tell("soon", 5, NOW).to == ("all_managers",)
    assert next_tell("soon", 6, NOW).to == ("everybody",)
    assert next_tell("soon", 7, NOW).to == ("everybody",)
    assert next_tell("today", 77, NOW).to == ("all_managers",)


def test_today_is_said_once_more_an_hour_before_and_goes_on_in_the_morning():
    do_by, morning = london("2026-10-23 21:30"), london("2026-10-24 07:30")

    tell = next_tell("today", 0, NOW, do_by=do_by)

    assert tell == Tell(0, ("on_cover",), "text", london("2026-10-23 20:30"))
    assert step_after("today", 0, tell.next_at, do_by) == 1
    assert next_tell("today", 1, tell.next_at, do_by=do_by) == Tell(
        1, ("on_cover",), "text", morning
    )
    assert step_after("today", 1, morning, do_by) == 2
    assert next_tell("today", 2, morning, do_by=do_by) == Tell(
        2, ("on_cover", "team_lead"), "text", morning + timedelta(hours=2)
    )


def test_what_is_late_reminds_nobody_nor_does_what_is_far_off():
    do_by = london("2026-10-23 21:30")

    assert step_after("today", 0, do_by, do_by) == 2
    assert step_after("today", 0, london("2026-10-23 20:29"), do_by) == 2
    assert step_after("today", 0, london("2026-10-23 20:30"), do_by) == 1
    assert step_after("today", 0, NOW, None) == 2
    assert step_after("soon", 0, london("2026-10-23 20:30"), do_by) == 1


def test_within_its_last_hour_it_waits_for_the_morning_after():
    tell = next_tell("today", 0, london("2026-10-23 20:45"), do_by=london("2026-10-23 21:30"))

    assert tell.next_at == london("2026-10-24 07:30")


def test_after_its_last_step_today_comes_back_each_morning():
    raised = london("2026-10-23 00:31")

    times = [next_tell("today", step, raised).next_at for step in (3, 4, 77)]

    assert times == [london("2026-10-23 07:30")] * 3
    again = next_tell("today", 5, times[0])
    assert (again.to, again.by) == (("all_managers",), "list")
    assert again.next_at == london("2026-10-24 07:30")


def test_work_to_do_stands_on_the_keyworkers_list_first():
    assert next_tell("today", 0, NOW, task=True).to == ("keyworker",)
    assert next_tell("today", 0, NOW, task=True).by == "list"
    assert [one.to for one in steps_for("today", task=True)[1:]] == [
        ("keyworker", "on_cover"),
        ("on_cover", "team_lead"),
        ("manager",),
    ]


def test_d_nostart_a_call_due_within_the_hour_does_not_lie_on_a_list():
    due, call_by = london("2026-10-27 09:15"), london("2026-10-27 09:35")

    assert next_tell("today", 0, due, task=True, do_by=call_by) == Tell(
        0, ("on_cover",), "text", call_by
    )
    assert next_tell("today", 0, due, task=True, do_by=due + timedelta(hours=1)).by == "text"
    assert next_tell("today", 0, due, task=True, do_by=due + timedelta(minutes=61)).by == "list"


def test_a_time_that_has_passed_is_waited_for_no_longer():
    at = london("2026-10-23 09:00")

    assert next_tell("today", 0, at, do_by=at).next_at == at + timedelta(hours=8)


def test_now_and_soon_do_not_wait_for_a_time_to_be_done_by_after_the_first_step():
    assert next_tell("soon", 1, NOW, do_by=london("2026-10-27 09:15")).next_at == NOW + minutes(10)


def test_plan_stands_on_lists_and_comes_back_every_week():
    assert times_told("plan", 4) == [
        ("keyworker", "list", 0),
        ("manager", "list", 3 * 1440),
        ("all_managers", "list", 10 * 1440),
        ("all_managers", "list", 17 * 1440),
    ]


def test_after_the_last_step_all_managers_are_told_then_everybody_and_it_says_so():
    assert not next_tell("now", 1, NOW).exhausted
    assert next_tell("now", 2, NOW).exhausted
    assert next_tell("now", 2, NOW).step == 2
    assert next_tell("now", 77, NOW) == Tell(
        77, ("everybody",), "call", NOW + minutes(10), exhausted=True
    )


moments = st.integers(0, 2 * 86_400).map(lambda seconds: NOON + timedelta(seconds=seconds))


@settings(max_examples=100, deadline=None)
@given(opened=moments, level=st.sampled_from(["now", "soon"]))
def test_whenever_it_opened_it_rings_never_later_than_agreed_and_less_than_five_minutes_sooner(
    opened, level
):
    times = dict(enumerate(times_told_from(level, opened, steps=12)))
    agreed = {"now": [0, 2, 4, 14, 24, 34], "soon": [0, 5, 15, 25, 35, 45, 55, 85]}[level]

    for step, minute in enumerate(agreed):
        assert minutes(-5) < times[step] - (opened + minutes(minute)) <= minutes(0)


@settings(max_examples=100, deadline=None)
@given(opened=st.lists(moments, min_size=5, max_size=5), level=st.sampled_from(["now", "soon"]))
def test_five_alerts_left_alone_ring_no_phone_more_than_twelve_times_in_an_hour(opened, level):
    """Of what calls at once its first calls are apart: those are the cry itself."""
    first = 4 if level == "now" else 2
    rung = {at for one in opened for at in times_told_from(level, one, steps=20)[first:]}

    assert all(sum(at <= one < at + minutes(60) for one in rung) <= 12 for at in rung)


def times_told_from(level, opened, steps):
    """Return when each step is told of what opened then and nobody acts on."""
    told = [opened]
    for step in range(steps):
        told.append(next_tell(level, step, told[-1]).next_at)
    return told


@settings(max_examples=50, deadline=None)
@given(level=st.sampled_from(LEVELS), step=st.integers(0, 10_000), task=st.booleans())
def test_whatever_the_step_there_is_someone_to_tell_and_a_next_time(level, step, task):
    tell = next_tell(level, step, NOW, task=task)

    assert tell.to
    assert tell.next_at > NOW
    if level in {"now", "soon"}:
        everybody_soon = level == "soon" and tell.to == ("everybody",)
        assert tell.next_at <= NOW + minutes(30 if everybody_soon else 10)


def test_steps_are_numbered_as_they_stand():
    for level in LEVELS:
        for task in (False, True):
            steps = steps_for(level, task=task)
            assert [one.step for one in steps] == list(range(len(steps)))


def test_a_claim_runs_out_so_that_taken_is_not_forgotten():
    assert claimed_until("soon", NOW) == NOW + minutes(15)
    assert claimed_until("now", NOW) == NOW + minutes(30)
    assert claimed_until("today", NOW) == london("2026-10-24 07:30")
    assert claimed_until("today", NOW - timedelta(hours=2)) == NOW + timedelta(hours=6)
    assert claimed_until("plan", NOW) == NOW + timedelta(days=7)
    assert NOT_CLOSED == "Claimed but not closed."


# Who that is --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "at", "staff"),
    [
        ("on_cover", NOON, ("marcus",)),
        ("on_cover", NIGHT, ("lena",)),
        ("all_cover", NOON, ("marcus", "lena")),
        ("team_lead", NOON, ("marcus",)),
        ("manager", NOON, ("jo",)),
        ("keyworker", NOON, ("priya",)),
        ("all_managers", NOON, ("jo", "ruth")),
    ],
)
def test_a_target_is_a_person_of_staff(target, at, staff):
    assert who(target, COVER, at, ["jo", "ruth"], "priya") == staff


def test_one_person_on_cover_day_and_night_is_rung_once():
    both = Cover(day="lena", night="lena")

    assert who("all_cover", both, NOON, ["jo"], None) == ("lena",)


@pytest.mark.parametrize(
    ("cover", "target", "staff"),
    [
        (Cover(night="lena", team_lead="priya"), "on_cover", ("priya",)),
        (Cover(manager="jo"), "on_cover", ("jo",)),
        (Cover(), "on_cover", ("jo", "ruth")),
        (Cover(), "manager", ("jo", "ruth")),
        (Cover(day="marcus"), "keyworker", ("marcus",)),
        (Cover(team_lead="priya"), "all_cover", ("priya",)),
    ],
)
def test_where_nobody_is_named_the_next_one_is_told(cover, target, staff):
    assert who(target, cover, NOON, ["jo", "ruth"], None) == staff


names = st.none() | st.sampled_from(["marcus", "lena", "priya"])


@settings(max_examples=50, deadline=None)
@given(
    target=st.sampled_from(TARGETS), day=names, night=names, lead=names, manager=names, keyworker=names,
    hour=st.integers(0, 23), managers=st.lists(st.sampled_from(["jo", "ruth"]), min_size=1, unique=True),
)  # fmt: skip
def test_whoever_is_named_someone_is_told(
    target, day, night, lead, manager, keyworker, hour, managers
):
    cover = Cover(day=day, night=night, team_lead=lead, manager=manager)

    assert who(target, cover, NOON.replace(hour=hour), managers, keyworker)


def test_a_house_without_any_staff_has_nobody_to_tell():
    assert who("all_cover", Cover(), NOON, [], None) == ()


def test_everybody_is_all_who_may_know_and_where_they_are_not_known_the_managers():
    assert who("everybody", COVER, NOON, ["jo"], None, ["lena", "priya"]) == ("lena", "priya")
    assert who("everybody", COVER, NOON, ["jo"], None) == ("jo",)
