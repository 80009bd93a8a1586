"""Which version, and which of its thresholds, count on a day.

Source: thresholds.md C.0 "Who may change it".
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

from checkin.agreements.agreement import Agreement
from checkin.agreements.review import threshold_runs
from checkin.agreements.threshold import Threshold
from checkin.conversation.flows.level import Level

URGENCY: tuple[Level, ...] = ("now", "soon", "today", "plan")
DAY = timedelta(days=1)

T = TypeVar("T", bound=Threshold)


def in_force(versions: Sequence[Agreement], day: date) -> Agreement | None:
    """Return the version that judges a check-in due on this local day: the newest begun."""
    begun = [one for one in versions if one.valid_from <= day]
    return max(begun, key=lambda one: one.version, default=None)


def comes_back(draft: Agreement, previous: Agreement) -> Agreement | None:
    """Return the version that follows one the person did not agree to: what they had agreed before.

    Keep it together with the draft, so that nothing goes silent on the day the draft ends.
    """
    if draft.view_of_person == "agrees":
        return None
    return previous.model_copy(
        update={"version": draft.version + 1, "valid_from": draft.review_on + DAY}
    )


def thresholds_on(agreements: Sequence[Agreement], day: date) -> list[Threshold]:
    """Return all thresholds that count that day, of all agreements handed in."""
    return [
        threshold
        for agreement in agreements
        for threshold in agreement.thresholds
        if threshold_runs(threshold, agreement, day)
    ]


def agreed(thresholds: Sequence[Threshold], kind: type[T]) -> T | None:
    """Return what was agreed of one kind; of several the most urgent, of equals the first."""
    found = [one for one in thresholds if isinstance(one, kind)]
    return min(found, key=lambda one: URGENCY.index(one.level), default=None)
