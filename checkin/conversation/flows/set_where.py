"""Where flows let a person set something: the question that asks it, and what can be picked there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checkin.conversation.flows.every_step import choices_of, every_step, question
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.step import Step
from checkin.conversation.replies.option import Option


@dataclass(frozen=True, slots=True)
class SetWhere:
    """One thing that can be set: `options` by the value each sets; none for a line."""

    name: str
    flow: str
    step: str
    asks: str
    symbol: str | None
    options: tuple[Option, ...] = ()

    def option(self, value: str) -> Option | None:
        """Return what is picked for this value."""
        return next((one for one in self.options if one.key == value), None)


def set_where(flows: Iterable[Flow]) -> Mapping[str, SetWhere]:
    """Return what can be set, by its name; of several places the first."""
    found: dict[str, SetWhere] = {}
    for flow in flows:
        for name, step in every_step(flow.steps, flow):
            for one in _at(flow, name, step):
                found.setdefault(one.name, one)
    return found


def _at(flow: Flow, name: str, step: Step) -> Iterable[SetWhere]:
    options: dict[str, list[Option]] = {}
    for choice in choices_of(flow, step).values():
        for what, value in choice.sets.items():
            options.setdefault(what, []).append(Option(value, choice.label, choice.symbol))
    asks = question(step)
    if step.sets:  # what else its choices set goes with the line
        yield SetWhere(step.sets.line, flow.flow, name, asks, step.symbol)
        return
    for what, each in options.items():
        yield SetWhere(what, flow.flow, name, asks, step.symbol, tuple(each))
