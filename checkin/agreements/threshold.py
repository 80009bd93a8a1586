"""What can be agreed as a threshold: each with its own numbers, and how soon somebody must act.

Whether one is reached is worked out in `thresholds`. Source: thresholds.md C.0.
"""

from typing import Annotated, Literal

from pydantic import Discriminator, Field

from checkin.conversation.flows.level import Level
from checkin.conversation.flows.part import Part


class ThresholdPart(Part):
    """A rule agreed with the person: their words, and how soon someone must act."""

    agreed_words: str = ""


class MissedCheckIn(ThresholdPart):
    """T1: silence past the wait."""

    kind: Literal["missed_checkin"] = "missed_checkin"
    level: Level = "soon"


class RepeatedMissed(ThresholdPart):
    """T2: so many of the last check-ins of this agreement were missed: a talk, and no blame."""

    kind: Literal["repeated_missed"] = "repeated_missed"
    level: Level = "plan"
    count: int = Field(default=2, ge=2)
    of_last: int = Field(default=10, ge=2)  # answered or missed; what was called off is neither


class AgreedWord(ThresholdPart):
    """T3: the secret word. The words themselves are kept encrypted, never here."""

    kind: Literal["agreed_word"] = "agreed_word"
    level: Level = "now"
    cover_reply: str = "Ok thanks. See you later."
    first_action: Literal["ring", "come", "ring_chat_first", "police"] = "ring_chat_first"
    opening_line: str = ""
    pause_texts: bool = True


class HelpOrNotOk(ThresholdPart):
    """T4: help, or not OK; read before anything that sounds like OK."""

    kind: Literal["help_or_not_ok"] = "help_or_not_ok"
    level: Level = "now"
    own_help_words: tuple[str, ...] = ()


class FeelingRun(ThresholdPart):
    """T6: so many not-good answers in a row, or so many of the last few; own answers only."""

    kind: Literal["feeling_run"] = "feeling_run"
    level: Level = "today"
    steps: tuple[str, ...]  # "my_morning_daily.daily_how"
    mark: str
    in_a_row: int = Field(default=3, ge=2)
    count: int = Field(default=4, ge=2)
    of_last: int = Field(default=7, ge=2)


class AskToTalk(ThresholdPart):
    """T8: the person asked to talk; with whom, and by when in working days."""

    kind: Literal["ask_to_talk"] = "ask_to_talk"
    level: Level = "today"
    within_working_days: int = 1
    with_staff: str | None = None
    if_away: str | None = None


class ChecklistGap(ThresholdPart):
    """T10: something on the list not done, so many of the last few times."""

    kind: Literal["checklist_gap"] = "checklist_gap"
    level: Level = "plan"
    item: str  # as staff say it: "tablets"
    step: str  # "group_day.tablets"
    mark: str
    not_done: int = 2
    of_last: int = 4
    same_day_help: bool = True


class ConfidenceDrop(ThresholdPart):
    """T11: not sure so many times in a row, or sure and then not; own answers only."""

    kind: Literal["confidence_drop"] = "confidence_drop"
    level: Level = "plan"
    steps: tuple[str, ...]  # "group_day.sure"
    mark: str
    was: str = ""  # from this mark to the other in one step is enough
    in_a_row: int = Field(default=2, ge=2)


class PlanNotKept(ThresholdPart):
    """T12: staff did not keep to the person's plan, so many of their last own checks."""

    kind: Literal["plan_not_kept"] = "plan_not_kept"
    level: Level = "today"
    step: str  # "my_morning_daily.daily_kept"
    mark: str
    count: int = 2
    of_last: int = 5
    cool_down_days: int = 7


Threshold = Annotated[
    MissedCheckIn
    | RepeatedMissed
    | AgreedWord
    | HelpOrNotOk
    | FeelingRun
    | AskToTalk
    | ChecklistGap
    | ConfidenceDrop
    | PlanNotKept,
    Discriminator("kind"),
]
