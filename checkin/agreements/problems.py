"""What keeps an agreement from being kept: each problem a sentence that says what to do.

Source: thresholds.md C.0 "Who may change it", product.md rules 7 and 8.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from checkin.agreements.agreement import Agreement
from checkin.agreements.problem import Problem
from checkin.agreements.problems_of_times import of_times
from checkin.agreements.review_dates import next_review
from checkin.agreements.threshold import (
    ChecklistGap,
    FeelingRun,
    MissedCheckIn,
    PlanNotKept,
    RepeatedMissed,
    Threshold,
)
from checkin.wording import dated, plain_time

NOBODY_IS_TOLD = "Nobody is told when there is no answer. Tick No answer, or empty the wait."
COUNTS_NO_MISS = "Nothing is missed here. Tick No answer too, or do not count what is missed."
NOT_AGREED_ENDS_AFTER = timedelta(days=28)
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
        *_of_counts(agreement),
        *_of_late(agreement),
        *_of_cover(agreement),
        *of_times(agreement, today),
        *_of_change(agreement, previous),
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
        if missed is not None and agreement.times:
            yield Problem(NOBODY_IS_TOLD, "missed_after_minutes")
        if any(isinstance(one, RepeatedMissed) for one in agreement.thresholds):
            yield Problem(COUNTS_NO_MISS, "thresholds")
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


def _of_counts(agreement: Agreement) -> Iterator[Problem]:
    for one in agreement.thresholds:
        many, last = _so_many_of_the_last(one)
        if many > last:
            yield Problem(
                f"{many} of the last {last} can never be. Make the first number {last} or less.",
                "thresholds",
            )


def _so_many_of_the_last(one: Threshold) -> tuple[int, int]:
    match one:
        case RepeatedMissed(count=many, of_last=last) | PlanNotKept(count=many, of_last=last):
            return many, last
        case FeelingRun(count=many, of_last=last) | ChecklistGap(not_done=many, of_last=last):
            return many, last
        case _:
            return 0, 0


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
