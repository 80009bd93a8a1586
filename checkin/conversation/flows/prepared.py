"""A flow made ready for walking, once: what every step offers, and where its choices lead.

A flow never changes, so this is worked out for its first turn and kept for all that follow.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from checkin.conversation.flows.every_step import choices_of, every_step, question
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.part import Names
from checkin.conversation.flows.step import Ask, Choice, ForEach, People, Sort, Step, kind_of
from checkin.conversation.replies.option import Option


@dataclass(frozen=True, slots=True)
class Ready:
    """A step, with what would otherwise be looked up at every turn."""

    name: str
    step: Step
    kind: str  # as prompts name it: choose, choose_many, scale, say ...
    steers: bool  # the answer decides what comes after, here or by an `only_if`
    words: str  # what is said or asked, as written
    source: str | None  # the list that is offered or gone through, or an earlier step
    at_most: int  # of that list, in a `for_each`
    only_if: Mapping[str, Names]
    choices: Mapping[str, Choice]
    options: tuple[Option, ...]
    piles: tuple[Option, ...]
    picks_time: str | None  # the choice by which one picks a time of one's own
    then: Mapping[str, "tuple[Spot, ...]"]  # by choice
    round: "tuple[Spot, ...]"  # the steps of a `for_each`


@dataclass(frozen=True, slots=True)
class Spot:
    """One spot on a road: a step, and the key under which its answer is kept.

    In the first round of a `for_each` called `each`, the step `next` has the key `each.1.next`.
    """

    key: str
    ready: Ready
    asks: bool  # an answer can be given here
    inside: str = ""  # `each.1.`
    values: Mapping[str, str] = field(default_factory=dict)  # placeholders of this round
    of: str = ""  # what this round is about: the key of a promise, a goal ...

    def within(self, inside: str, values: Mapping[str, str], of: str) -> "Spot":
        """Return this spot as it is met in one round."""
        return Spot(inside + self.ready.name, self.ready, self.asks, inside, values, of)


def prepared(flow: Flow) -> tuple[Spot, ...]:
    """Return the spots of a flow, in the order written."""
    return _prepared(_This(flow))


class _This:
    """This flow and no other: told apart by being the same one, which is quicker than by content."""

    __slots__ = ("flow",)

    def __init__(self, flow: Flow) -> None:
        self.flow = flow

    def __hash__(self) -> int:
        return id(self.flow)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _This) and other.flow is self.flow


@lru_cache(maxsize=256)
def _prepared(this: _This) -> tuple[Spot, ...]:
    flow = this.flow
    asked_about = {name for _, step in every_step(flow.steps, flow) for name in step.only_if}
    return _spots(flow.steps, flow, frozenset(asked_about))


def _spots(steps: Mapping[str, Step], flow: Flow, asked_about: frozenset[str]) -> tuple[Spot, ...]:
    return tuple(_spot(name, step, flow, asked_about) for name, step in steps.items())


def _spot(name: str, step: Step, flow: Flow, asked_about: frozenset[str]) -> Spot:
    choices = choices_of(flow, step)
    kind = _kind(step)
    leads = any(choice.then or choice.go_to for choice in choices.values())
    ready = Ready(
        name=name,
        step=step,
        kind=kind,
        steers=leads or name in asked_about,
        words=question(step),
        source=_source(step),
        at_most=step.at_most if isinstance(step, ForEach) else 0,
        only_if=step.only_if,
        choices=choices,
        options=_options(choices),
        piles=_options(step.piles) if isinstance(step, Sort) else (),
        picks_time=next((key for key, one in choices.items() if one.does == "picks_time"), None),
        then={
            key: _spots(choice.then, flow, asked_about)
            for key, choice in choices.items()
            if choice.then
        },
        round=_spots(step.steps, flow, asked_about) if isinstance(step, ForEach) else (),
    )
    return Spot(name, ready, asks=kind != "say")


def _kind(step: Step) -> str:
    kind = {"ask": "choose", "for_each": "say"}.get(kind_of(step) or "", kind_of(step) or "")
    return f"{kind}_many" if isinstance(step, Ask | People) and step.many else kind


def _source(step: Step) -> str | None:
    match step:
        case People(from_=source) | ForEach(of=source):
            return source
        case _:
            return None


def _options(choices: Mapping[str, Choice]) -> tuple[Option, ...]:
    return tuple(
        Option(key, choice.label, choice.symbol, audio=choice.audio, also=choice.also)
        for key, choice in choices.items()
    )
