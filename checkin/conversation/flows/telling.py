"""Which flows tell something that can be kept from somebody, and what in them tells nothing of it."""

from checkin.conversation.flows.every_step import every_step
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.step import ForEach, People

LESS_THOSE_KEPT_OUT = ("shows_to", "talks_with")  # what these offer


def is_telling(flow: Flow) -> bool:
    """Say whether a flow asks from whom it is to be kept: it is a telling, whatever it is called."""
    return any(step.does == "keeps_from" for _, step in every_step(flow.steps, flow))


def is_asked_of_all(flow: Flow, name: str) -> bool:
    """Say whether a step is asked, and offers the same, whatever was said before it."""
    step = flow.steps.get(name)
    if step is None or step.only_if or isinstance(step, ForEach):
        return False
    picks_from = step.from_ if isinstance(step, People) else ""
    return picks_from not in flow.steps and step.does not in LESS_THOSE_KEPT_OUT
