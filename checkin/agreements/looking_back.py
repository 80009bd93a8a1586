"""What is agreed, lived through again with one person's own past: a sentence for each threshold.

Nobody else's past is looked at, and nothing is predicted. What counts answers is counted by the
rule that acts (`counted`), answer by answer, as it would have been then.
Source: thresholds.md C.0 "Backtesting".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from checkin.agreements.agreement import Agreement
from checkin.agreements.counted import Counted, run_of, steps_of
from checkin.agreements.effect import how_needed, in_easy_words, is_missed, times_said, would_have
from checkin.agreements.missed_often import times_reached
from checkin.agreements.reached import PastAnswer
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

NO_CHECK_INS = "There are no check-ins to look back on yet."
NO_ANSWERS = "There are no answers to look back on yet."
NOBODY_COMES = "If you do not answer, nobody is told."


@dataclass(frozen=True, slots=True)
class Past:
    """What one person did in the time looked back on.

    `delays`: of each check-in, in minutes from due (None: never). `needed`, `not_needed`: their
    places, where staff said that the alert was, or was not. `answers`: by step, the oldest first.
    `judged`: whether alerts about answers were needed, by key, where staff said so. `asked`: how
    often they asked, by kind of alert.
    """

    delays: Sequence[int | None] = ()
    needed: frozenset[int] = frozenset()
    not_needed: frozenset[int] = frozenset()
    answers: Mapping[str, Sequence[PastAnswer]] = field(default_factory=dict)
    judged: Mapping[str, bool] = field(default_factory=dict)
    asked: Mapping[str, int] = field(default_factory=dict)


def looking_back(agreement: Agreement, past: Past) -> tuple[str, ...]:
    """Return what each threshold of an agreement would have done, a sentence or two for each.

    What is the same of several is said once.
    """
    said = dict.fromkeys(_sentence(one, agreement, past) for one in agreement.thresholds)
    return tuple(said) or (NOBODY_COMES,)


def reached_at(threshold: Counted, answers: Mapping[str, Sequence[PastAnswer]]) -> tuple[str, ...]:
    """Return the keys of the answers at which a threshold would have been reached, the oldest first."""
    steps = steps_of(threshold)
    asked = [replace(one, reached_before=False) for step in steps for one in answers.get(step, ())]
    so_far: list[PastAnswer] = []
    for one in sorted(asked, key=lambda each: each.at):
        so_far.append(one)
        run = run_of(threshold, {steps[0]: so_far}, one.at)
        if run and run[-1].key == one.key:
            so_far[-1] = replace(one, reached_before=True)
    return tuple(one.key for one in so_far if one.reached_before)


def _sentence(threshold: Threshold, agreement: Agreement, past: Past) -> str:
    match threshold:
        case MissedCheckIn():
            return _silence(agreement, past)
        case RepeatedMissed():
            return _missed_often(threshold, agreement, past)
        case AgreedWord():
            return _asked(past, threshold.kind, "said the word", "rung you")
        case HelpOrNotOk():
            return _asked(past, threshold.kind, "asked for help", "rung you")
        case AskToTalk():
            return _asked(past, threshold.kind, "asked to talk", "talked with you")
        case FeelingRun() | ChecklistGap() | ConfidenceDrop() | PlanNotKept():
            return _counted(threshold, past)
        case _:
            assert_never(threshold)


def _silence(agreement: Agreement, past: Past) -> str:
    wait = agreement.missed_after_minutes
    if wait is None:
        return NOBODY_COMES
    if not past.delays:
        return NO_CHECK_INS
    return in_easy_words(would_have(past.delays, past.needed, wait, not_needed=past.not_needed))


def _missed_often(threshold: RepeatedMissed, agreement: Agreement, past: Past) -> str:
    wait = agreement.missed_after_minutes
    if wait is None or not past.delays:
        return NO_CHECK_INS
    missed = [is_missed(delay, wait) for delay in past.delays]
    times, when = times_reached(threshold, missed), f"{threshold.count} of {threshold.of_last}"
    talked = f"have talked with you {times_said(times)}" if times else "not have talked with you"
    return f"If we wait for {when} missed, we would {talked}."


def _asked(past: Past, kind: str, what: str, then: str) -> str:
    times = past.asked.get(kind, 0)
    if not times:
        return f"You have not {what} yet, as far as we look back."
    return f"You {what} {times_said(times)}. We would have {then} {times_said(times)}."


def _counted(threshold: Counted, past: Past) -> str:
    if not any(past.answers.get(step) for step in steps_of(threshold)):
        return NO_ANSWERS
    reached = {f"{threshold.kind}:{key}" for key in reached_at(threshold, past.answers)}
    judged = {key: one for key, one in past.judged.items() if key.startswith(f"{threshold.kind}:")}
    needed = {key for key, was_needed in judged.items() if was_needed}
    caught = len(reached & needed)
    when, then = _words(threshold)
    if not reached:
        said = f"{when}, we would not have {then}."
    else:
        how = how_needed(len(reached), caught, len(reached - judged.keys()))
        said = f"{when}, we would have {then} {times_said(len(reached))}. {how}"
    missed = len(needed) - caught
    return f"{said} {times_said(missed)} you needed it and we would not have." if missed else said


def _words(threshold: Counted) -> tuple[str, str]:
    """Return what we wait for, and what we then do."""
    match threshold:
        case FeelingRun(mark=mark, in_a_row=row, count=count, of_last=last):
            return (
                f"If we wait for {row} \u201c{mark}\u201d in a row, or {count} of {last}",
                "come to you",
            )
        case ChecklistGap(mark=mark, not_done=count, of_last=last):
            return f"If we wait for {count} \u201c{mark}\u201d of {last}", "come to help you"
        case ConfidenceDrop(mark=mark, was=was, in_a_row=row):
            fell = f", or \u201c{mark}\u201d right after \u201c{was}\u201d" if was else ""
            return f"If we wait for {row} \u201c{mark}\u201d in a row{fell}", "offered to practise"
        case PlanNotKept(mark=mark, count=count, of_last=last):
            return f"If we wait for {count} \u201c{mark}\u201d of {last}", "looked at your plan"
        case _:
            assert_never(threshold)
