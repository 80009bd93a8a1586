"""What a threshold counts where nobody said, and whether it is still asked: told by the flows.

Source: thresholds.md T6, T10, T11, T12.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never, get_args

from checkin.agreements.agreement import Agreement
from checkin.agreements.counted import Counted, steps_of
from checkin.agreements.problem import Problem
from checkin.conversation.flows.countable import Countable, countables, counted_for
from checkin.conversation.flows.does import CountsFor
from checkin.conversation.flows.faults import nearest_name
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.in_use import FlowsInUse
from checkin.conversation.flows.library import Mark

ToCount = Mapping[str, Mapping[str, object]]  # kind: the fields of a threshold that say what


def what_to_count(in_use: FlowsInUse) -> ToCount:
    """Return, for each kind of threshold that counts, what the flows offer to be counted."""
    kinds: tuple[CountsFor, ...] = get_args(CountsFor)
    marks = in_use.library.marks
    offered = {kind: counted_for(kind, in_use.flows, marks) for kind in kinds}
    return {kind: _fields(kind, found, marks) for kind, found in offered.items() if found}


def _fields(
    kind: CountsFor, found: tuple[Countable, ...], marks: Mapping[str, Mark]
) -> Mapping[str, object]:
    first = found[0]
    steps = tuple(one.step for one in found if one.mark == first.mark)
    match kind:
        case "feeling_run":
            return {"steps": steps, "mark": first.mark}
        case "confidence_drop":
            return {"steps": steps, "mark": first.mark, "was": marks[first.mark].falls_from}
        case "checklist_gap":
            item = first.step.partition(".")[2]
            return {"step": first.step, "mark": first.mark, "item": item}
        case "plan_not_kept":
            return {"step": first.step, "mark": first.mark}
        case _:
            assert_never(kind)


def no_longer_asked(agreement: Agreement, flows: Mapping[str, Flow]) -> Iterator[Countable]:
    """Yield what this agreement counts and no flow would ever say: it would wait for ever."""
    asked = set(countables(flows))
    for threshold in agreement.thresholds:
        if isinstance(threshold, Counted):
            wanted = (Countable(step, threshold.mark) for step in steps_of(threshold))
            yield from (one for one in wanted if one not in asked)


def counts_in_vain(agreement: Agreement, flows: Mapping[str, Flow]) -> Iterator[Problem]:
    """Say of each threshold what it counts in vain, and what may be meant."""
    asked = tuple(countables(flows))
    for number, threshold in enumerate(agreement.thresholds):
        alone = agreement.model_copy(update={"thresholds": (threshold,)})
        for one in no_longer_asked(alone, flows):
            lost = f"No question '{one.step}' can be answered with '{one.mark}'."
            words = f"{lost} {_meant(one, asked)}Take that threshold away."
            yield Problem(words, "thresholds", number)


def _meant(lost: Countable, asked: Iterable[Countable]) -> str:
    near = nearest_name(lost.step, {one.step for one in asked if one.mark == lost.mark})
    near = near or nearest_name(lost.mark, {one.mark for one in asked if one.step == lost.step})
    return f"Did you mean '{near}'? Write that, or: " if near else ""
