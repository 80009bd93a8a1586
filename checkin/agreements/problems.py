"""What keeps an agreement from being kept: each problem a sentence that says what to do.

Source: thresholds.md C.0 "Who may change it", product.md rules 7 and 8.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from checkin.agreements.agreement import Agreement, CheckTime
from checkin.agreements.problem import Problem
from checkin.agreements.review_dates import next_review
from checkin.agreements.threshold import MissedCheckIn
from checkin.agreements.times import one_off_problem
from checkin.wording import dated, plain_time

NOT_AGREED_ENDS_AFTER = timedelta(days=28)
WAYS = ("out", "back", None)
NOT_ASKED_ENDS_AFTER = timedelta(days=3)  # an urgent override


def agreement_problems(
    agreement: Agreement, previous: Agreement | None, today: date
) -> tuple[Problem, ...]:
    """Say everything that keeps this version from following `previous` today; nothing if it may."""
    return (
        *_of_words(agreement),
        *_of_view(agreement),
        *_of_dates(agreement, today),
        *_of_waits(agreement),
        *_of_late(agreement),
        *_of_cover(agreement),
        *_of_times(agreement, today),
        *_of_change(agreement, previous),
    )


def no_such_zone(agreement: Agreement) -> Iterator[Problem]:
    """Say that its clock is nowhere; until it is mended, no time of it can be looked at."""
    try:
        ZoneInfo(agreement.zone)
    except (ZoneInfoNotFoundError, ValueError):
        yield Problem(
            f'There is no time zone "{agreement.zone}". Write one such as Europe/London.', "zone"
        )


def _of_words(agreement: Agreement) -> Iterator[Problem]:
    if not agreement.agreed_words.strip():
        yield Problem("Write down what was agreed, in the person's own words.", "agreed_words")


def _of_view(agreement: Agreement) -> Iterator[Problem]:
    if agreement.view_of_person == "agrees":
        return
    not_asked = agreement.view_of_person == "not_asked"
    why = "the person was not asked" if not_asked else "staff set this though the person said no"
    if not agreement.view_reason.strip():
        yield Problem(f"Write down why {why}.", "view_reason")
    if not agreement.cover.manager:
        yield Problem("Name the manager who decided this.", "cover")
    most = NOT_ASKED_ENDS_AFTER if not_asked else NOT_AGREED_ENDS_AFTER
    if agreement.review_on > agreement.valid_from + most:
        latest = dated(agreement.valid_from + most)
        yield Problem(
            f"Without the person's yes this ends after {most.days} days. Pick a review date up to {latest}.",
            "review_on",
        )


def _of_dates(agreement: Agreement, today: date) -> Iterator[Problem]:
    if agreement.valid_from < agreement.agreed_on:
        yield Problem(
            f"This starts before it was agreed. Pick a start from {dated(agreement.agreed_on)} on.",
            "valid_from",
        )
    if agreement.review_on < max(today, agreement.valid_from):
        first = dated(max(today, agreement.valid_from))
        yield Problem(f"The review date is too early. Pick a date from {first} on.", "review_on")
    latest = next_review("stable", agreement.valid_from, agreement.valid_from.day)
    if agreement.review_on > latest:
        yield Problem(
            f"The review is more than 3 months away. Pick a date up to {dated(latest)}.",
            "review_on",
        )


def _of_waits(agreement: Agreement) -> Iterator[Problem]:
    remind, missed = agreement.remind_after_minutes, agreement.missed_after_minutes
    if remind is not None and remind < 1:
        yield Problem("Remind after at least 1 minute, or not at all.", "remind_after_minutes")
    if missed is not None and missed <= (remind or 0):
        yield Problem(
            f"We would stop waiting after {missed} minutes and remind after {remind or 0}. Wait longer.",
            "missed_after_minutes",
        )
    if not any(isinstance(one, MissedCheckIn) for one in agreement.thresholds):
        return
    if missed is None:
        yield Problem(
            "Say after how many minutes of silence someone should act.", "missed_after_minutes"
        )
    if not agreement.ladder:
        yield Problem(
            "Say what staff do first when there is no answer, in the order the person chose.",
            "ladder",
        )


def _of_late(agreement: Agreement) -> Iterator[Problem]:
    late = agreement.late
    if not 1 <= late.default <= late.max_each <= late.max_total_per_leg:
        yield Problem(
            f"LATE waits {late.default} minutes, at most {late.max_each} each time and"
            f" {late.max_total_per_leg} on one way. Make no number smaller than the one before.",
            "late",
        )


def _of_cover(agreement: Agreement) -> Iterator[Problem]:
    cover = agreement.cover
    if cover.day_from == cover.night_from:
        yield Problem(
            f"Day and night both start at {plain_time(cover.day_from)}. Let one start at another time.",
            "cover",
        )


def _of_times(agreement: Agreement, today: date) -> Iterator[Problem]:
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


def _of_change(agreement: Agreement, previous: Agreement | None) -> Iterator[Problem]:
    number = previous.version + 1 if previous else 1
    if agreement.version != number:
        yield Problem(
            f"This is version {agreement.version}. It must be version {number}: read it again and change that.",
            "version",
        )
    if not previous:
        return
    if (agreement.key, agreement.person) != (previous.key, previous.person):
        yield Problem("This changes another agreement. Open the right one and change that.", "key")
    if (
        agreement.missed_after_minutes != previous.missed_after_minutes
        and not agreement.effect_shown
    ):
        yield Problem(
            "Show them what the new wait would have done, on the person's staff page, and keep it there.",
            "missed_after_minutes",
        )
