"""When an agreement is out of date, and what still counts then. Nothing goes silent.

Source: thresholds.md C.0 "Who may change it" 1 and 5, T16.
"""

from datetime import date, timedelta
from typing import Literal

from checkin.agreements.agreement import Agreement
from checkin.agreements.reached import Reached
from checkin.agreements.threshold import Threshold
from checkin.wording import plain_date

ReviewState = Literal["ahead", "due", "over"]

PAUSE_AFTER = timedelta(days=14)
URGENT_AFTER = timedelta(days=7)
PAUSES = ("feeling_run",)
"""The wellbeing thresholds. Asking to talk (T8) is one too, but nobody may ask in vain."""

OUT_OF_DATE = "This is out of date. We need to talk."
PAUSED = "We have stopped counting how you feel until we talk."


def ends_on(agreement: Agreement) -> date:
    """Return the last day of an agreement: one the person did not agree to ends at its review."""
    return date.max if agreement.view_of_person == "agrees" else agreement.review_on


def threshold_runs(threshold: Threshold, agreement: Agreement, today: date) -> bool:
    """Say whether a threshold still counts: wellbeing pauses 14 days after a review was let slip."""
    if today > ends_on(agreement):
        return False
    return threshold.kind not in PAUSES or today <= agreement.review_on + PAUSE_AFTER


def review_state(agreement: Agreement, today: date) -> ReviewState:
    """Say whether the review is ahead, due today, or over."""
    if today < agreement.review_on:
        return "ahead"
    return "due" if today == agreement.review_on else "over"


def review_task(agreement: Agreement, person_name: str, today: date) -> Reached | None:
    """Return the daily work while a review is due or over: PLAN, TODAY when 7 days over."""
    if review_state(agreement, today) == "ahead":
        return None
    due = agreement.review_on
    late = today >= due + URGENT_AFTER
    return Reached(
        kind="review_due",
        level="today" if late else "plan",
        key=f"review_due:{agreement.key}:{agreement.version}:{today}",
        group=f"review_due:{agreement.key}",
        title=f"Look at this again with {person_name}: {agreement.title}.",
        what=(f"It was due on {plain_date(due)}.", *_what_paused(agreement, today)),
        agreed_words=agreement.agreed_words,
        about="service",
        task=True,
    )


def words_for_person(agreement: Agreement, today: date) -> tuple[str, ...]:
    """Return what the person sees about a review that was let slip: nothing, if all is as agreed."""
    words: list[str] = []
    if review_state(agreement, today) == "over":
        words.append(OUT_OF_DATE)
    if _is_any_paused(agreement, today):
        words.append(PAUSED)
    return tuple(words)


def _what_paused(agreement: Agreement, today: date) -> tuple[str, ...]:
    return ("Feelings are not counted until then.",) if _is_any_paused(agreement, today) else ()


def _is_any_paused(agreement: Agreement, today: date) -> bool:
    return any(not threshold_runs(one, agreement, today) for one in agreement.thresholds)
