"""A check-in that is expected: where it stands, and the waits its agreement gives it.

Source: thresholds.md C.0 "states".
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class CheckInState(StrEnum):
    """Where a check-in stands. How it moves from one to another is told in `lives`."""

    PLANNED = "planned"
    ASKED = "asked"
    REMINDED = "reminded"
    ANSWERED = "answered"
    DECLINED = "declined"
    MISSED = "missed"
    WITH_STAFF = "with_staff"
    CANCELLED = "cancelled"
    STOPPED_TEXTS = "stopped_texts"
    WAITING_DEVICE = "waiting_device"


WAITING = (CheckInState.PLANNED, CheckInState.ASKED, CheckInState.REMINDED)
"""In these an answer is still waited for."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A check-in that waits for an answer, with the waits its agreement gives it. Times UTC."""

    id: str
    state: CheckInState
    due_at: datetime
    remind_at: datetime | None
    deadline_at: datetime | None  # answered up to and including this second
