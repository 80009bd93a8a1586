"""What keeps the times of an agreement from being kept: each problem a sentence that says what to do."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from checkin.agreements.agreement import Agreement, CheckTime
from checkin.agreements.problem import Problem
from checkin.agreements.times import one_off_problem
from checkin.wording import plain_time

WAYS = ("out", "back", None)


def no_such_zone(agreement: Agreement) -> Iterator[Problem]:
    """Say that its clock is nowhere; until it is mended, no time of it can be looked at."""
    try:
        ZoneInfo(agreement.zone)
    except (ZoneInfoNotFoundError, ValueError):
        yield Problem(
            f'There is no time zone "{agreement.zone}". Write one such as Europe/London.', "zone"
        )


def of_times(agreement: Agreement, today: date) -> Iterator[Problem]:
    if unknown := tuple(no_such_zone(agreement)):
        yield from unknown
        return
    for number, check_time in enumerate(agreement.times):
        for problem in _of_time(check_time, agreement.zone, today):
            yield Problem(problem, "times", number, *problem.at)
    yield from _of_twins(agreement)


def _of_time(check_time: CheckTime, zone: str, today: date) -> Iterator[Problem]:
    key, at = check_time.key, check_time.at
    if bool(check_time.days) == bool(check_time.on):
        yield Problem(f"Pick days of the week for {key}, or one date.", "days")
    if check_time.on and check_time.on < today:
        yield Problem(f"The date of {key} has passed. Pick another.", "on")
    if check_time.on and (problem := one_off_problem(check_time.on, at, zone)):
        yield Problem(problem, "at")
    if check_time.leg not in WAYS:
        yield Problem(
            f'The way of {key} is "{check_time.leg}". Write out or back, or leave it empty.', "leg"
        )
    if check_time.early_minutes < 0:
        yield Problem(
            f"Say how many minutes early {key} may be answered: 0 or more.", "early_minutes"
        )
    closes = check_time.open_until
    if closes and closes <= at:
        yield Problem(
            f"{key} closes at {plain_time(closes)} and opens at {plain_time(at)}. Let it close later.",
            "open_until",
        )
    again = check_time.later_at
    if again and not at < again < (closes or again.max):
        yield Problem(
            f'"Later today" asks {key} again at {plain_time(again)}. Pick a time while it is open.',
            "later_at",
        )


def _of_twins(agreement: Agreement) -> Iterator[Problem]:
    asked: dict[tuple[str, str | date], list[time]] = defaultdict(list)
    for one in agreement.times:
        for day in one.days or ((one.on,) if one.on else ()):
            asked[one.key, day].append(one.at)
    twice = [(key, sorted(times)) for (key, _), times in asked.items() if len(times) > 1]
    for key, at, second in dict.fromkeys((key, times[0], times[1]) for key, times in twice):
        if at == second:
            yield Problem(f"{key} at {plain_time(at)} is there twice. Take one away.", "times")
        else:
            yield Problem(
                f"{key} is there twice on one day. Give one another name, or take it away.", "times"
            )
