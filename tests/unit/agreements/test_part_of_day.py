"""What a person likes to be asked in moves what waits for no time of its own, and finds its way back."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.agreements.agreement import Agreement, CheckTime
from checkin.agreements.part_of_day import ASKED_AT, BEGINS, asked_in, part_of

FLOWS = ("my_morning_daily", "group_day")
DAILY = CheckTime(
    key="daily", at=time(10, 30), days=("mon",), asks="my_morning_daily", later_at=time(13),
    open_until=time(13, 30),
)  # fmt: skip


def agreed(*times: CheckTime, **fields: object) -> Agreement:
    return Agreement.model_validate(
        {
            "key": "ana-mornings", "version": 1, "person": "ana", "title": "My morning",
            "channel": "tablet", "times": times, "agreed_words": "Ask me.",
            "view_of_person": "agrees", "agreed_on": date(2026, 10, 5),
            "valid_from": date(2026, 10, 5), "review_on": date(2026, 11, 5), **fields,
        }
    )  # fmt: skip


def test_in_the_evening_it_is_asked_at_six_and_stays_open_until_nine_at_the_latest():
    (moved,) = asked_in(agreed(DAILY), "evening", FLOWS).times

    assert (moved.at, moved.later_at, moved.open_until) == (time(18), time(20, 30), time(21))


def test_what_is_in_that_part_of_the_day_already_stays():
    assert asked_in(agreed(DAILY), "morning", FLOWS) == agreed(DAILY)


@pytest.mark.parametrize(
    "fixed",
    [
        agreed(DAILY, channel="text"),
        agreed(DAILY, group_name="Art"),
        agreed(DAILY, missed_after_minutes=60),
        agreed(DAILY.model_copy(update={"asks": "ask_leave"})),
        agreed(DAILY.model_copy(update={"leg": "out"})),
        agreed(DAILY.model_copy(update={"on": date(2026, 10, 20), "days": ()})),
    ],
)
def test_what_is_tied_to_something_else_stays(fixed: Agreement):
    assert asked_in(fixed, "evening", FLOWS) == fixed


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0, tzinfo=None)),
       st.lists(st.sampled_from(list(ASKED_AT)), min_size=1, max_size=4))  # fmt: skip
def test_whatever_was_set_it_is_so_and_none_is_as_it_was_agreed(at: time, parts: list):
    one = CheckTime(key="daily", at=at, days=("mon",), asks="my_morning_daily")
    moved = agreed(one)
    for part in parts:
        moved = asked_in(moved, part, FLOWS)
        assert part_of(moved.times[0].at) == part

    assert asked_in(moved, None, FLOWS).times == (one,)


def test_each_part_of_the_day_is_asked_inside_itself():
    assert [part_of(at) for at in ASKED_AT.values()] == list(BEGINS)
