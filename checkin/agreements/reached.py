"""What an agreement asks for when something happened: values that can be printed and compared.

Source: thresholds.md C.0, alerts.md sections 1, 3 and 5.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from checkin.agreements.threshold import Threshold
from checkin.conversation.flows.level import Level
from checkin.conversation.talking.said import Done

About = Literal["person", "service"]


class VersionOf(NamedTuple):
    """One version of one agreement, by its key and number."""

    key: str
    version: int


@dataclass(frozen=True, slots=True)
class Reached:
    """An agreed threshold was reached, or staff must do something.

    `key` is the same for the same happening, so that it is raised once whoever notices it;
    while an alert of the same `group` is open, another joins it instead of standing beside it.
    `said_privately` hides `what` from lists and logs (the secret word).
    """

    kind: str  # missed_checkin, agreed_word, help_or_not_ok, told, late_too_long, task kinds ...
    level: Level
    key: str
    group: str
    title: str  # one plain sentence for staff
    what: tuple[str, ...] = ()  # what happened, a line each
    agreed_words: str = ""
    about: About = "person"
    task: bool = False  # something to do by a time, not a call for help
    said_privately: bool = False
    do_by: datetime | None = None
    for_staff: str | None = None  # the staff id first asked, where the threshold names one
    managers_too: bool = False  # they are told at once, beside whom the first step names
    leads_too: bool = False  # so are all who lead
    not_first: tuple[str, ...] = ()  # staff ids not rung at its first step, while others can be
    threshold: Threshold | None = None  # the one that spoke, as it stands in its agreement
    version: VersionOf | None = None  # whose it is; None where no agreement speaks


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """One sent answer, as thresholds count it. Newest last in a history."""

    key: str  # unique, stable
    step: str  # "my_morning_daily.daily_how"
    choices: tuple[str, ...]
    marks: tuple[str, ...]
    done: Done | None  # None: the person did not say how it was done
    at: datetime
    labels: tuple[str, ...] = ()
    reached_before: bool = False  # this answer already raised the alert
