"""What one agreement asks, another of the same person asks already: they would be asked twice."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import get_args

from checkin.agreements.agreement import Agreement, CheckTime, Day
from checkin.agreements.problem import Problem
from checkin.wording import plain_time

WEEK: tuple[Day, ...] = get_args(Day)  # begins on Monday, as Python's does


def asked_twice(
    agreement: Agreement, others: Iterable[Agreement], today: date
) -> Iterator[Problem]:
    """Name each time at which one of `others`, all of the same person, asks the same on some day."""
    same_clock = [one for one in others if one.zone == agreement.zone]
    for number, one in enumerate(agreement.times):
        for title in dict.fromkeys(
            other.title
            for other in same_clock
            if any(
                _both_ask(one, each, _both_from(agreement, other, today)) for each in other.times
            )
        ):
            words = f"{one.asks} at {plain_time(one.at)} is agreed already, in {title}."
            yield Problem(f"{words} Change that one, or pick another time.", "times", number)


def _both_from(agreement: Agreement, other: Agreement, today: date) -> date:
    return max(agreement.valid_from, other.valid_from, today)


def _both_ask(one: CheckTime, other: CheckTime, since: date) -> bool:
    same = (one.asks, one.at, one.second_time) == (other.asks, other.at, other.second_time)
    return same and _share_a_day(one, other, since)


def _share_a_day(one: CheckTime, other: CheckTime, since: date) -> bool:
    dates = {each.on for each in (one, other) if each.on}
    if not dates:
        return not set(one.days).isdisjoint(other.days)
    return any(_falls_on(one, day) and _falls_on(other, day) for day in dates if day >= since)


def _falls_on(one: CheckTime, day: date) -> bool:
    return day == one.on or WEEK[day.weekday()] in one.days
