"""What an agreement may ask at its times: flows of its channel, and the texts made for the road.

Source: thresholds.md C.0.
"""

from collections.abc import Iterator, Mapping

from checkin.agreements.agreement import Agreement
from checkin.agreements.problem import Problem
from checkin.conversation.flows.faults import nearest_name
from checkin.conversation.flows.flow import Channel, Flow
from checkin.conversation.flows.leaned_on import TEXTS
from checkin.wording import in_a_row

QUESTION = "ask_"  # so the messages are called that ask something


def what_to_ask(channel: Channel, flows: Mapping[str, Flow]) -> Mapping[str, str]:
    """Return by its name what can be asked in this way, each with its title for staff."""
    texts = [one for one in flows[TEXTS].messages if one.startswith(QUESTION)]
    asked = {one: f"Text: {one.removeprefix(QUESTION)}" for one in texts}
    held = {
        name: flow.title for name, flow in flows.items() if flow.steps and channel in flow.channels
    }
    return {**(asked if channel == "text" else {}), **held}


def cannot_be_asked(agreement: Agreement, flows: Mapping[str, Flow]) -> Iterator[Problem]:
    """Say of each time that asks what is not there: nobody would be asked, and it looks like silence."""
    here = what_to_ask(agreement.channel, flows)
    for number, one in enumerate(agreement.times):
        if one.asks not in here:
            yield Problem(_what_else(one.asks, agreement.channel, flows), "times", number, "asks")


def _what_else(asks: str, channel: Channel, flows: Mapping[str, Flow]) -> str:
    others: tuple[Channel, ...] = ("tablet", "text", "call")
    ways: list[str] = [one for one in others if asks in what_to_ask(one, flows)]
    if ways:
        return f"{asks} cannot be held by {channel}, only by {in_a_row(ways)}. Ask another flow."
    here = what_to_ask(channel, flows)
    near = nearest_name(asks, here)
    return f"There is no '{asks}'. " + (
        f"Did you mean {near}?" if near else f"Ask one of these: {', '.join(sorted(here))}."
    )
