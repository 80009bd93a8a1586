"""What agreed thresholds can count: the questions of the flows that may be answered with a mark."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checkin.conversation.flows.does import CountsFor
from checkin.conversation.flows.every_step import choices_of, every_step
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.library import Mark


@dataclass(frozen=True, slots=True)
class Countable:
    """Answers to this step, `group_day.tablets`, that carry this mark."""

    step: str
    mark: str

    @property
    def flow(self) -> str:
        """The flow that asks it."""
        return self.step.partition(".")[0]


def countables(flows: Mapping[str, Flow]) -> Iterator[Countable]:
    """Yield each step of these flows with each mark that an answer to it may carry."""
    for flow in flows.values():
        for name, step in every_step(flow.steps, flow):
            marks = (mark for one in choices_of(flow, step).values() for mark in one.marks)
            for mark in dict.fromkeys(marks):
                yield Countable(f"{flow.flow}.{name}", mark)


def counted_for(
    kind: CountsFor, flows: Mapping[str, Flow], marks: Mapping[str, Mark]
) -> tuple[Countable, ...]:
    """Return what a kind of threshold counts where an agreement says nothing else."""
    return tuple(
        one for one in countables(flows) if one.mark in marks and marks[one.mark].counts_for == kind
    )
