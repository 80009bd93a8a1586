"""Which past answers make a threshold: three in a row, four of seven, two of the last five.

Only a person's own answers count (alone or helped); what others entered, skips and declines
break nothing and count nothing. Answers that already raised an alert, and all before them, are
not counted a second time.
Source: thresholds.md T6, T10, T11, T12 and C.0 "attribution".
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import assert_never, get_args

from checkin.agreements.agreement import Agreement
from checkin.agreements.reached import PastAnswer
from checkin.agreements.threshold import ChecklistGap, ConfidenceDrop, FeelingRun, PlanNotKept

Counted = FeelingRun | ChecklistGap | ConfidenceDrop | PlanNotKept
KINDS: tuple[str, ...] = tuple(one.model_fields["kind"].default for one in get_args(Counted))
History = Mapping[str, Sequence[PastAnswer]]
Run = tuple[PastAnswer, ...]


def steps_counted(agreements: Sequence[Agreement]) -> Mapping[str, int]:
    """Return how many of the newest own answers to load for each step; skips are not answers."""
    needed: dict[str, int] = {}
    for agreement in agreements:
        for threshold in agreement.thresholds:
            if isinstance(threshold, Counted):
                for step in steps_of(threshold):
                    needed[step] = max(_how_many(threshold), needed.get(step, 0))
    return needed


def steps_of(threshold: Counted) -> tuple[str, ...]:
    """Return the steps whose answers a threshold counts."""
    match threshold:
        case FeelingRun(steps=steps) | ConfidenceDrop(steps=steps):
            return steps
        case _:
            return (threshold.step,)


def run_of(threshold: Counted, history: History, now: datetime) -> Run:
    """Return the answers that reach a threshold, the newest of them last; nothing if too few."""
    own = _own(history, steps_of(threshold))
    fresh = _fresh(own)
    match threshold:
        case ChecklistGap(mark=mark, not_done=count, of_last=last):
            return _so_many(fresh, mark, count, last)
        case FeelingRun(mark=mark, in_a_row=row, count=count, of_last=last):
            return _so_many(fresh, mark, row, row) or _so_many(fresh, mark, count, last)
        case ConfidenceDrop(mark=mark, was=was, in_a_row=row):
            return _so_many(fresh, mark, row, row) or _fell(fresh, was, mark)
        case PlanNotKept(mark=mark, count=count, of_last=last):
            seen_to = _is_being_seen_to(threshold, own, now)
            return () if seen_to else _so_many(fresh, mark, count, last)
        case _:
            assert_never(threshold)


def _how_many(threshold: Counted) -> int:
    match threshold:
        case FeelingRun(in_a_row=row, of_last=last):
            return max(row, last)
        case PlanNotKept(of_last=last, cool_down_days=days):
            # The answer that raised the last alert must be seen: a plan is checked twice a day at most.
            return max(last, 2 * days)
        case ChecklistGap(of_last=last):
            return last
        case ConfidenceDrop(in_a_row=row):
            return row
        case _:
            assert_never(threshold)


def _is_being_seen_to(threshold: PlanNotKept, own: Run, now: datetime) -> bool:
    cool_down = timedelta(days=threshold.cool_down_days)
    return any(one.reached_before and now < one.at + cool_down for one in own)


def _own(history: History, steps: Sequence[str]) -> Run:
    answers = [one for step in steps for one in history.get(step, ())]
    own = [one for one in answers if one.choices and one.done != "by_other"]
    return tuple(sorted(own, key=lambda one: one.at))


def _fresh(answers: Run) -> Run:
    raised = [number for number, one in enumerate(answers, start=1) if one.reached_before]
    return answers[max(raised, default=0) :]


def _so_many(answers: Run, mark: str, count: int, of_last: int) -> Run:
    """Return the marked ones of the last few, if they are enough and the newest is one of them."""
    marked = tuple(one for one in answers[-of_last:] if mark in one.marks)
    return marked if len(marked) >= count and marked[-1] == answers[-1] else ()


def _fell(answers: Run, was: str, mark: str) -> Run:
    """Return the last two, if it went from the one to the other in one step."""
    match answers[-2:]:
        case (before, newest) if was in before.marks and mark in newest.marks:
            return before, newest
        case _:
            return ()
