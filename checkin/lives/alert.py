"""Where an alert stands, and the words for what happens to it.

Source: thresholds.md C.0 "Levels", alerts.md section 3.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from checkin.agreements.by_day import USUAL
from checkin.agreements.cover import Hours
from checkin.conversation.flows.level import Level

AlertState = Literal["open", "claimed", "closed", "cancelled"]
LIVE: tuple[AlertState, ...] = ("open", "claimed")

StaffStep = Literal[
    "rang", "no_answer", "voicemail", "reached_other", "with_them", "texted", "told", "note",
]  # fmt: skip
LoggedStep = StaffStep | Literal["judged"]
StepKind = (
    LoggedStep
    | Literal[
        "opened", "telling", "not_told", "again", "heard", "heard_late",
        "taken", "given_back", "ran_out", "closed", "cancelled",
    ]
)  # fmt: skip

TOLD_NOBODY = "Nobody could be told:"
"""With these words a step begins at which there was nobody to be told (`not_told`)."""


@dataclass(frozen=True, slots=True)
class Open:
    """Nobody has it: at `next_at` the next one is told. `step` counts the ladder from 0.

    `do_by`: when it should be done, whoever has it. `hours`: when it is day for what can wait.
    """

    level: Level
    task: bool
    step: int
    round: int  # how often it happened again
    next_at: datetime
    do_by: datetime | None = None
    hours: Hours = USUAL


@dataclass(frozen=True, slots=True)
class Claimed:
    """A member of staff has it until `next_at`; then it goes on to the next."""

    level: Level
    task: bool
    step: int
    round: int
    next_at: datetime
    owner: str
    since: datetime
    do_by: datetime | None = None
    hours: Hours = USUAL


@dataclass(frozen=True, slots=True)
class Closed:
    """Someone acted, and this is how it ended."""

    outcome: str
    at: datetime
    known_at: datetime | None = None  # when somebody knew how the person is


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A manager said that it should not be there, and why."""

    reason: str
    at: datetime


Live = Open | Claimed
Alert = Live | Closed | Cancelled


def state_of(alert: Alert) -> AlertState:
    """Return the word for where an alert stands."""
    match alert:
        case Open():
            return "open"
        case Claimed():
            return "claimed"
        case Closed():
            return "closed"
        case _:
            return "cancelled"
