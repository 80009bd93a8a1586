"""Which flows tell something that can be kept from somebody."""

from checkin.conversation.flows.every_step import every_step
from checkin.conversation.flows.flow import Flow


def is_telling(flow: Flow) -> bool:
    """Say whether a flow asks from whom it is to be kept: it is a telling, whatever it is called."""
    return any(step.does == "keeps_from" for _, step in every_step(flow.steps, flow))
