"""A threshold as staff read it: what it is, its numbers, how soon somebody acts."""

from collections.abc import Mapping
from typing import assert_never

from checkin.agreements.counted import Counted
from checkin.agreements.missed_often import TALK_WITHIN
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
from checkin.staff.passage import Passage
from checkin.staff.plain import LEVELS

KINDS: Mapping[str, str] = {
    "missed_checkin": "No answer",
    "repeated_missed": "No answer, several times",
    "agreed_word": "The secret word",
    "help_or_not_ok": "Asking for help",
    "feeling_run": "Not good, several times",
    "ask_to_talk": "Asking to talk",
    "checklist_gap": "Something on the list not done",
    "confidence_drop": "Not sure, several times",
    "plan_not_kept": "Staff did not keep to the plan",
}


def passage_of(one: Threshold, names: Mapping[str, str]) -> Passage:
    """Return a threshold as a part of its agreement. `names`: of staff, by id."""
    level, means = LEVELS[one.level]
    return Passage(
        KINDS[one.kind], (*_numbers(one, names), f"{level}: {means.lower()}."), one.agreed_words
    )


def _numbers(one: Threshold, names: Mapping[str, str]) -> tuple[str, ...]:
    match one:
        case MissedCheckIn():
            return ("No answer in the time we wait.",)
        case RepeatedMissed():
            often = f"{one.count} of the last {one.of_last} without an answer"
            return (f"{often}: a talk within {TALK_WITHIN} working days.",)
        case AgreedWord():
            return _of_word(one)
        case HelpOrNotOk():
            own = f" Also: {', '.join(one.own_help_words)}." if one.own_help_words else ""
            return (f"HELP, SOS, not OK.{own}",)
        case AskToTalk():
            return (_of_talk(one, names),)
        case _:
            return (_of_counting(one),)


def _of_counting(one: Counted) -> str:
    match one:
        case FeelingRun():
            return f"{one.in_a_row} in a row, or {one.count} of the last {one.of_last}."
        case ChecklistGap():
            return f"{one.item}: not done {one.not_done} of the last {one.of_last} times."
        case ConfidenceDrop():
            fell = f', or "{one.mark}" right after "{one.was}"' if one.was else ""
            return f"{one.in_a_row} in a row{fell}."
        case PlanNotKept():
            return f"{one.count} of the last {one.of_last} days, by their own answer."
        case _:
            assert_never(one)


def _of_word(one: AgreedWord) -> tuple[str, ...]:
    paused = ("Texts to them stop until it is closed.",) if one.pause_texts else ()
    opening = (f'Staff begin with: "{one.opening_line}"',) if one.opening_line else ()
    return (f'We answer: "{one.cover_reply}"', *opening, *paused)


def _of_talk(one: AskToTalk, names: Mapping[str, str]) -> str:
    within = one.within_working_days
    days = "1 working day" if within == 1 else f"{within} working days"
    with_whom = f" With {names.get(one.with_staff, 'staff')}" if one.with_staff else ""
    away = f", or {names.get(one.if_away, 'staff')} if away" if one.if_away else ""
    return f"Within {days}.{with_whom}{away}{'.' if with_whom else ''}"
