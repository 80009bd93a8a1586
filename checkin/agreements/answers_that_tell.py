"""What staff are told of an answer because the flow says so, where no threshold speaks of it."""

from collections.abc import Sequence
from typing import assert_never

from checkin.agreements.advocate import ADVOCATE_ASKED, whom_to_ring
from checkin.agreements.counted import Counted, steps_of
from checkin.agreements.disclosure import SOMEONE_HURT
from checkin.agreements.happened import AnswersSent, Person
from checkin.agreements.marks_sent import marks_of, talk_asked_at
from checkin.agreements.reached import Reached
from checkin.agreements.threshold import (
    AgreedWord,
    AskToTalk,
    ChecklistGap,
    ConfidenceDrop,
    FeelingRun,
    HelpOrNotOk,
    MissedCheckIn,
    PlanNotKept,
    RepeatedMissed,
    Threshold,
)
from checkin.conversation.talking.facts import Tell

ASKED_APART = "told"
"""The kind of an alert by which some alone are asked for, or read."""
TOLD_BY_FLOW = (SOMEONE_HURT, ADVOCATE_ASKED, ASKED_APART)
"""The kinds of what a flow tells by itself: no agreement spoke of it."""


def told_by_flow(
    thresholds: Sequence[Threshold], sent: AnswersSent, person: Person
) -> list[Reached]:
    return [
        Reached(
            kind=_told_kind(fact),
            level=fact.level,
            key=f"told:{sent.check_in_id}:{fact.step}",
            group=f"told:{sent.check_in_id}:{fact.step}",
            title=_told_title(fact, person),
            what=whom_to_ring(sent.advocates, person.name) if fact.advocate else (),
        )
        for fact in _tells(sent)
        if (fact.level == "now" or not _is_agreed(thresholds, sent, fact))
    ]


def _tells(sent: AnswersSent) -> list[Tell]:
    """Return what asks for somebody; that someone was hurt once, and picked before said in words."""
    tells = [fact for fact in sent.facts if isinstance(fact, Tell)]
    hurt = sorted((one for one in tells if one.hurt), key=lambda one: not one.label)
    return [*hurt[:1], *(one for one in tells if not one.hurt)]


def _told_kind(tell: Tell) -> str:
    return SOMEONE_HURT if tell.hurt else ADVOCATE_ASKED if tell.advocate else ASKED_APART


def _told_title(tell: Tell, person: Person) -> str:
    if tell.advocate:
        return f"{person.name} asks for their advocate."
    if tell.label:
        return f"{person.name} said: {tell.label}."
    if not tell.hurt and tell.level == "today":
        return f"Read {person.name}'s own words today: not everybody may."
    if not tell.hurt:
        return f"Read {person.name}'s own words: they ask for somebody."
    return f"Read {person.name}'s own words now: somebody may be hurt."


def _is_agreed(thresholds: Sequence[Threshold], sent: AnswersSent, tell: Tell) -> bool:
    return any(_speaks(threshold, sent, tell) for threshold in thresholds)


def _speaks(threshold: Threshold, sent: AnswersSent, tell: Tell) -> bool:
    """Say whether an agreement speaks about the very answer that would tell someone."""
    marks = marks_of(sent, tell.step)
    match threshold:
        case AskToTalk():
            return tell.step in talk_asked_at(sent)
        case ChecklistGap(step=step, same_day_help=helps):
            return helps and step == f"{sent.flow}.{tell.step}"
        case FeelingRun(mark=mark) | ConfidenceDrop(mark=mark) | PlanNotKept(mark=mark):
            return mark in marks and f"{sent.flow}.{tell.step}" in steps_of(threshold)
        case MissedCheckIn() | RepeatedMissed() | AgreedWord() | HelpOrNotOk():
            return False
        case _:
            assert_never(threshold)


def asks_for_help(threshold: ChecklistGap, sent: AnswersSent) -> bool:
    """Say whether help was asked for there, on the same day."""
    tells = {f"{sent.flow}.{fact.step}" for fact in sent.facts if isinstance(fact, Tell)}
    return threshold.same_day_help and threshold.step in tells


def is_about(threshold: Counted, sent: AnswersSent) -> bool:
    """Say whether what was sent holds something that this threshold counts."""
    return any(step.startswith(f"{sent.flow}.") for step in steps_of(threshold))
