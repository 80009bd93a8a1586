"""All steps of a flow, and what each says and lets one pick."""

from collections.abc import Iterator, Mapping

from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.step import (
    Ask,
    Choice,
    ForEach,
    OwnWords,
    People,
    Photo,
    Practise,
    Say,
    Scale,
    Sort,
    Step,
    Time,
)


def question(step: Step) -> str:
    """Return what the step says or asks, as written, placeholders and all."""
    match step:
        case Say(say=words) | Ask(ask=words) | Scale(scale=words) | OwnWords(own_words=words):
            return words
        case People(people=words) | Sort(sort=words) | Photo(photo=words) | Time(time=words):
            return words
        case ForEach(for_each=words) | Practise(practise=words):
            return words
        case _:
            return step.private_word


def choices_of(flow: Flow, step: Step) -> Mapping[str, Choice]:
    """Return what can be picked at a step, by id, in the order written."""
    match step:
        case Ask(choices=choices) | Practise(choices=choices) | Time(choices=choices):
            return choices
        case People(choices=choices):
            return choices
        case Scale(with_=name):
            return flow.scales[name].points
        case Sort(items=items):
            return items
        case _:
            return {}


def every_step(steps: Mapping[str, Step], flow: Flow) -> Iterator[tuple[str, Step]]:
    """Walk all steps in the order written, those nested under answers included."""
    for key, step in steps.items():
        yield key, step
        for choice in choices_of(flow, step).values():
            yield from every_step(choice.then, flow)
        if isinstance(step, ForEach):
            yield from every_step(step.steps, flow)


def all_seen_by(flow: Flow) -> tuple[str, ...]:
    """Return all for whom anything that is said in a flow is, each once."""
    of_steps = (who for _, step in every_step(flow.steps, flow) for who in step.seen_by)
    return tuple(dict.fromkeys((*flow.seen_by, *of_steps)))
