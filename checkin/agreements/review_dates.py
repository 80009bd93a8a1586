"""The day of the next review: weekly at first, monthly until it is steady, then every 3 months.

Source: thresholds.md C.0 "Review date logic", scenarios.md D27 and D37.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from checkin.agreements.working_days import after_working_days

Rhythm = Literal["early", "settling", "stable"]

WEEK = timedelta(days=7)
EARLY_AT_LEAST = 6 * WEEK
EARLY_AT_MOST = 12 * WEEK
QUIET_TO_SETTLE = timedelta(days=21)
QUIET_TO_BE_STABLE = timedelta(days=60)
IN_A_ROW = 3
TRIGGER_WORKING_DAYS = 3


@dataclass(frozen=True, slots=True)
class Held:
    """A review that was held, in which rhythm, and whether all was kept as it was."""

    on: date
    rhythm: Rhythm
    kept: bool


def rhythm_on(
    today: date, rhythm: Rhythm, *, began: date, held: Sequence[Held], step_ups: Sequence[date]
) -> Rhythm:
    """Return the rhythm an agreement is in, or moves on to.

    `began`: first valid; `held` and `step_ups` (alerts that were needed) oldest first.
    """
    steady = _all_kept([one for one in held if one.rhythm == rhythm])
    age = today - began
    if rhythm == "early":
        settled = age >= EARLY_AT_LEAST and steady and _quiet(step_ups, today, QUIET_TO_SETTLE)
        return "settling" if settled or age >= EARLY_AT_MOST else "early"
    if rhythm == "settling" and steady and _quiet(step_ups, today, QUIET_TO_BE_STABLE):
        return "stable"
    return rhythm


def next_review(rhythm: Rhythm, last: date, day_number: int) -> date:
    """Return the day of the review after `last`; months keep their day number (31 Jan, 28 Feb)."""
    if rhythm == "early":
        return last + WEEK
    return _months_later(last, 1 if rhythm == "settling" else 3, day_number)


def after_trigger(review_on: date, happened_on: date) -> date:
    """Return the review day after an incident, a complaint, a code word: within 3 working days.

    The rhythm is `settling` from then on.
    """
    return min(review_on, after_working_days(happened_on, TRIGGER_WORKING_DAYS))


def with_pick(worked_out: date, picked: date, limit: date) -> date:
    """Return the person's own day: always if earlier, and if later only within the rhythm's limit."""
    return picked if picked <= max(worked_out, limit) else worked_out


def six_weeks_after(valid_from: date) -> date:
    """Return the day of the extra review of a new routine or plan."""
    return valid_from + 6 * WEEK


def _all_kept(held: Sequence[Held]) -> bool:
    return len(held) >= IN_A_ROW and all(one.kept for one in held[-IN_A_ROW:])


def _quiet(step_ups: Sequence[date], today: date, how_long: timedelta) -> bool:
    return all(today - day >= how_long for day in step_ups)


def _months_later(day: date, months: int, day_number: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day_number, monthrange(year, month)[1]))
