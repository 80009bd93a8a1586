"""Which flows tell something that can be kept from somebody, and what in them tells nothing of it."""

from checkin.conversation.flows.every_step import every_step
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.step import ForEach, People

LESS_THOSE_KEPT_OUT = ("shows_to", "talks_with")  # what these offer


def is_telling(flow: Flow) -> bool:
    """Say whether a flow asks from whom it is to be kept: it is a telling, whatever it is called."""
    return any(step.does == "keeps_from" for _, step in every_step(flow.steps, flow))


def is_asked_of_all(flow: Flow, name: str) -> bool:
    """Say whether a step is asked, and can offer the same, whatever was said before it."""
    step = flow.steps.get(name)
    if step is None or step.only_if or isinstance(step, ForEach):
        return False
    picks_from = step.from_ if isinstance(step, People) else ""
    return picks_from not in flow.steps


def leaves_out(flow: Flow, name: str) -> str:
    """Return the list of whose people a step leaves out those it is kept from; "" where it leaves out none."""
    step = flow.steps.get(name)
    less = isinstance(step, People) and step.does in LESS_THOSE_KEPT_OUT
    return step.from_ if less and isinstance(step, People) else ""
