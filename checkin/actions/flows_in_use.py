"""The flows, the frame and the fixed wording that this copy is using."""

from collections.abc import Mapping
from datetime import datetime

from checkin.conversation.flows.faults import Fault
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.in_use import FlowsInUse
from checkin.conversation.flows.leaned_on import TEXTS
from checkin.conversation.flows.library import Library
from checkin.conversation.flows.placeholders import fill
from checkin.conversation.flows.versions import version_of
from checkin.installation import here
from checkin.storage import flows as kept_flows
from checkin.storage.transaction import kept_together
from checkin.wording import dated


def flows_in_use() -> FlowsInUse:
    """Return the flows of the running copy."""
    return here().flows.now


def use_flows(
    flows: Mapping[str, Flow], library: Library, faults: tuple[Fault, ...], now: datetime
) -> None:
    """Publish each flow as a version, if it is a new one, and use it from now on."""
    versions = {name: version_of(flow) for name, flow in flows.items()}
    with kept_together():
        for name, flow in flows.items():
            kept_flows.publish(versions[name], flow, dated(now), now)
    here().flows.put(FlowsInUse(flows, library, versions, faults))


def wording(message: str, values: Mapping[str, str]) -> str:
    """Return a fixed text, such as `thanks`, with its placeholders filled."""
    return fill(flows_in_use().flows[TEXTS].messages[message].text, values)
