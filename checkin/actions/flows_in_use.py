"""The flows, the frame and the fixed wording that this process is using."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from flask import current_app

from checkin.conversation.flows.faults import Fault
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.library import FrameLine, Library
from checkin.conversation.flows.placeholders import fill
from checkin.conversation.flows.versions import version_of
from checkin.storage import flows as kept_flows
from checkin.storage.transaction import kept_together

EXTENSION = "checkin_flows"
TEXTS = "travel_texts"


@dataclass(frozen=True, slots=True)
class FlowsInUse:
    """All that a conversation needs from the flows folder, read once and unchangeable."""

    flows: Mapping[str, Flow]
    library: Library
    versions: Mapping[str, str]  # flow id -> version id
    faults: tuple[Fault, ...] = field(default=())

    @property
    def frame(self) -> Mapping[str, FrameLine]:
        """What is said around every flow."""
        return self.library.frame


def flows_in_use() -> FlowsInUse:
    """Return the flows of the running app."""
    found: FlowsInUse = current_app.extensions[EXTENSION]
    return found


def use_flows(
    flows: Mapping[str, Flow], library: Library, faults: tuple[Fault, ...], now: datetime
) -> FlowsInUse:
    """Publish each flow as a version, if it is a new one, and use it from now on."""
    versions = {name: version_of(flow) for name, flow in flows.items()}
    with kept_together():
        for name, flow in flows.items():
            kept_flows.publish(versions[name], flow, f"{now:%-d %B %Y}", now)
    in_use = FlowsInUse(flows, library, versions, faults)
    current_app.extensions[EXTENSION] = in_use
    return in_use


def wording(message: str, values: Mapping[str, str]) -> str:
    """Return a fixed text, such as `thanks`, with its placeholders filled."""
    return fill(flows_in_use().flows[TEXTS].messages[message].text, values)
