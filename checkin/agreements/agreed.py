"""Which thresholds count today, and which of them speaks first."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from checkin.agreements.agreement import Agreement, Threshold
from checkin.agreements.review import threshold_runs
from checkin.conversation.flow import Level

URGENCY: tuple[Level, ...] = ("now", "soon", "today", "plan")

T = TypeVar("T", bound=Threshold)


def running(agreements: Sequence[Agreement], today: date) -> list[Threshold]:
    """Return all thresholds that count today, of all agreements handed in."""
    return [
        threshold
        for agreement in agreements
        for threshold in agreement.thresholds
        if threshold_runs(threshold, agreement, today)
    ]


def agreed(thresholds: Sequence[Threshold], kind: type[T]) -> list[T]:
    """Return those of one kind."""
    return [one for one in thresholds if isinstance(one, kind)]


def most_urgent(found: Sequence[T]) -> T:
    """Return the one with the most urgent level; of equals, the first."""
    return min(found, key=lambda one: URGENCY.index(one.level))
