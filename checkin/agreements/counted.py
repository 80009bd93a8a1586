"""Which past answers make a threshold: three in a row, four of seven, two of the last five.

Only a person's own answers count (alone or helped); what others entered, skips and declines
break nothing and count nothing. Answers that already raised an alert, and all before them, are
not counted a second time.
Source: thresholds.md T6, T10, T12 and C.0 "attribution".
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from checkin.agreements.agreement import Agreement, ChecklistGap, FeelingRun, PlanNotKept
from checkin.agreements.reached import PastAnswer

History = Mapping[str, Sequence[PastAnswer]]
Run = tuple[PastAnswer, ...]


def steps_counted(agreements: Sequence[Agreement]) -> Mapping[str, int]:
    """Return how many of the newest own answers to load for each step; skips are not answers."""
    needed: dict[str, int] = {}
    for agreement in agreements:
        for threshold in agreement.thresholds:
            match threshold:
                case FeelingRun(steps=steps, in_a_row=row, of_last=last):
                    _need(needed, steps, max(row, last))
                case ChecklistGap(step=step, of_last=last):
                    _need(needed, (step,), last)
                case PlanNotKept(step=step, of_last=last, cool_down_days=days):
                    # The cool-down must see its alert: a plan is checked twice a day at most.
                    _need(needed, (step,), max(last, 2 * days))
                case _:
                    pass
    return needed


def feeling_run(agreed: FeelingRun, history: History) -> Run:
    """Return the not-good answers in a row, or among the last few; nothing where too few."""
    fresh = _fresh(_own(history, agreed.steps))
    row = fresh[-agreed.in_a_row :]
    if len(row) == agreed.in_a_row and row == _with_mark(row, agreed.mark):
        return row
    return _so_many(fresh, agreed.mark, agreed.count, agreed.of_last)


def checklist_gap(agreed: ChecklistGap, history: History) -> Run:
    """Return the times the item was not done, where they are enough."""
    fresh = _fresh(_own(history, (agreed.step,)))
    return _so_many(fresh, agreed.mark, agreed.not_done, agreed.of_last)


def plan_not_kept(agreed: PlanNotKept, history: History, now: datetime) -> Run:
    """Return the times the plan was not kept, where they are enough and no alert is being seen to."""
    own = _own(history, (agreed.step,))
    rest = timedelta(days=agreed.cool_down_days)
    if any(one.reached_before and now < one.at + rest for one in own):
        return ()
    return _so_many(_fresh(own), agreed.mark, agreed.count, agreed.of_last)


def _need(needed: dict[str, int], steps: Sequence[str], how_many: int) -> None:
    for step in steps:
        needed[step] = max(how_many, needed.get(step, 0))


def _own(history: History, steps: Sequence[str]) -> Run:
    answers = [one for step in steps for one in history.get(step, ())]
    own = [one for one in answers if one.choices and one.done != "by_other"]
    return tuple(sorted(own, key=lambda one: one.at))


def _fresh(answers: Run) -> Run:
    raised = [number for number, one in enumerate(answers, start=1) if one.reached_before]
    return answers[max(raised, default=0) :]


def _so_many(answers: Run, mark: str, count: int, of_last: int) -> Run:
    marked = _with_mark(answers[-of_last:], mark)
    return marked if len(marked) >= count else ()


def _with_mark(answers: Run, mark: str) -> Run:
    return tuple(one for one in answers if mark in one.marks)
