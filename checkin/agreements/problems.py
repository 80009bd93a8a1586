"""What keeps an agreement from being kept: each problem a sentence that says what to do.

Source: thresholds.md C.0 "Who may change it", product.md rules 7 and 8.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from checkin.agreements.agreement import Agreement, CheckTime
from checkin.agreements.review_dates import next_review
from checkin.agreements.threshold import MissedCheckIn
from checkin.agreements.times import one_off_problem
from checkin.wording import dated, plain_time

NOT_AGREED_ENDS_AFTER = timedelta(days=28)
WAYS = ("out", "back", None)
NOT_ASKED_ENDS_AFTER = timedelta(days=3)  # an urgent override


def agreement_problems(
    agreement: Agreement, previous: Agreement | None, today: date
) -> tuple[str, ...]:
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


def _of_words(agreement: Agreement) -> Iterator[str]:
    if not agreement.agreed_words.strip():
        yield "Write down what was agreed, in the person's own words."


def _of_view(agreement: Agreement) -> Iterator[str]:
    if agreement.view_of_person == "agrees":
        return
    not_asked = agreement.view_of_person == "not_asked"
    why = "the person was not asked" if not_asked else "staff set this though the person said no"
    if not agreement.view_reason.strip():
        yield f"Write down why {why}."
    if not agreement.cover.manager:
        yield "Name the manager who decided this."
    most = NOT_ASKED_ENDS_AFTER if not_asked else NOT_AGREED_ENDS_AFTER
    if agreement.review_on > agreement.valid_from + most:
        latest = dated(agreement.valid_from + most)
        yield f"Without the person's yes this ends after {most.days} days. Pick a review date up to {latest}."


def _of_dates(agreement: Agreement, today: date) -> Iterator[str]:
    if agreement.valid_from < agreement.agreed_on:
        yield f"This starts before it was agreed. Pick a start from {dated(agreement.agreed_on)} on."
    if agreement.review_on < max(today, agreement.valid_from):
        first = dated(max(today, agreement.valid_from))
        yield f"The review date is too early. Pick a date from {first} on."
    latest = next_review("stable", agreement.valid_from, agreement.valid_from.day)
    if agreement.review_on > latest:
        yield f"The review is more than 3 months away. Pick a date up to {dated(latest)}."


def _of_waits(agreement: Agreement) -> Iterator[str]:
    remind, missed = agreement.remind_after_minutes, agreement.missed_after_minutes
    if remind is not None and remind < 1:
        yield "Remind after at least 1 minute, or not at all."
    if missed is not None and missed <= (remind or 0):
        yield f"We would stop waiting after {missed} minutes and remind after {remind or 0}. Wait longer."
    if not any(isinstance(one, MissedCheckIn) for one in agreement.thresholds):
        return
    if missed is None:
        yield "Say after how many minutes of silence someone should act."
    if not agreement.ladder:
        yield "Say what staff do first when there is no answer, in the order the person chose."


def _of_late(agreement: Agreement) -> Iterator[str]:
    late = agreement.late
    if not 1 <= late.default <= late.max_each <= late.max_total_per_leg:
        yield (
            f"LATE waits {late.default} minutes, at most {late.max_each} each time and"
            f" {late.max_total_per_leg} on one way. Make no number smaller than the one before."
        )


def _of_cover(agreement: Agreement) -> Iterator[str]:
    cover = agreement.cover
    if cover.day_from == cover.night_from:
        yield f"Day and night both start at {plain_time(cover.day_from)}. Let one start at another time."


def _of_times(agreement: Agreement, today: date) -> Iterator[str]:
    try:
        ZoneInfo(agreement.zone)
    except (ZoneInfoNotFoundError, ValueError):
        yield f'There is no time zone "{agreement.zone}". Write one such as Europe/London.'
        return
    for check_time in agreement.times:
        yield from _of_time(check_time, agreement.zone, today)
    yield from _of_twins(agreement)


def _of_time(check_time: CheckTime, zone: str, today: date) -> Iterator[str]:
    key, at = check_time.key, check_time.at
    if bool(check_time.days) == bool(check_time.on):
        yield f"Pick days of the week for {key}, or one date."
    if check_time.on and check_time.on < today:
        yield f"The date of {key} has passed. Pick another."
    if check_time.on and (problem := one_off_problem(check_time.on, at, zone)):
        yield problem
    if check_time.leg not in WAYS:
        yield f'The way of {key} is "{check_time.leg}". Write out or back, or leave it empty.'
    if check_time.early_minutes < 0:
        yield f"Say how many minutes early {key} may be answered: 0 or more."
    closes = check_time.open_until
    if closes and closes <= at:
        yield f"{key} closes at {plain_time(closes)} and opens at {plain_time(at)}. Let it close later."
    again = check_time.later_at
    if again and not at < again < (closes or again.max):
        yield f'"Later today" asks {key} again at {plain_time(again)}. Pick a time while it is open.'


def _of_twins(agreement: Agreement) -> Iterator[str]:
    asked: dict[tuple[str, str | date], list[time]] = defaultdict(list)
    for one in agreement.times:
        for day in one.days or ((one.on,) if one.on else ()):
            asked[one.key, day].append(one.at)
    twice = [(key, sorted(times)) for (key, _), times in asked.items() if len(times) > 1]
    for key, at, second in dict.fromkeys((key, times[0], times[1]) for key, times in twice):
        if at == second:
            yield f"{key} at {plain_time(at)} is there twice. Take one away."
        else:
            yield f"{key} is there twice on one day. Give one another name, or take it away."


def _of_change(agreement: Agreement, previous: Agreement | None) -> Iterator[str]:
    number = previous.version + 1 if previous else 1
    if agreement.version != number:
        yield f"This is version {agreement.version}. It must be version {number}: read it again and change that."
    if not previous:
        return
    if (agreement.key, agreement.person) != (previous.key, previous.person):
        yield "This changes another agreement. Open the right one and change that."
    if (
        agreement.missed_after_minutes != previous.missed_after_minutes
        and not agreement.effect_shown
    ):
        yield "Show the person what the new wait would have done, before it is kept."
