"""Which version, and which of its thresholds, count on a day.

An agreement the person did not agree to ends at its review date; the version before it, which
they did agree to, is then in force again.
Source: thresholds.md C.0 "Who may change it".
"""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from checkin.agreements.agreement import Agreement, Threshold
from checkin.agreements.review import ends_on, threshold_runs
from checkin.conversation.flow import Level

URGENCY: tuple[Level, ...] = ("now", "soon", "today", "plan")

T = TypeVar("T", bound=Threshold)


def in_force(versions: Sequence[Agreement], day: date) -> Agreement | None:
    """Return the version that judges a check-in due on this local day: the newest valid one."""
    valid = [one for one in versions if one.valid_from <= day <= ends_on(one)]
    return max(valid, key=lambda one: one.version, default=None)


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
