"""The flows, the frame and the fixed wording that this copy is using."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import PurePath

from checkin.actions.read_flows import our_texts
from checkin.agreements.what_to_count import no_longer_asked
from checkin.conversation.flows.countable import Countable
from checkin.conversation.flows.faults import Fault
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.in_use import FlowsInUse
from checkin.conversation.flows.leaned_on import BEGUN, TEXTS
from checkin.conversation.flows.library import Library
from checkin.conversation.flows.placeholders import fill
from checkin.conversation.flows.versions import version_of
from checkin.installation import here
from checkin.storage import agreements
from checkin.storage import flows as kept_flows
from checkin.storage.transaction import kept_together
from checkin.wording import dated


def flows_in_use() -> FlowsInUse:
    """Return the flows of the running copy."""
    return here().flows.now


def use_flows(
    flows: Mapping[str, Flow], library: Library, faults: tuple[Fault, ...], now: datetime
) -> None:
    """Publish each flow as a version, if it is a new one, and use it from now on.

    A flow that is broken, or that lost what an agreement counts, is not used: the last good one
    stays, though the site starts again.
    """
    flows = {**dict(_last_good(flows, faults)), **flows}
    lost = _lost_to_agreements(flows, now)
    flows = {**flows, **dict(_before_it_was_lost(lost, now))}
    faults = (*faults, *(_fault_of(one) for one in lost))
    versions = {name: version_of(flow) for name, flow in flows.items()}
    with kept_together():
        for name, flow in flows.items():
            kept_flows.publish(versions[name], flow, dated(now), now)
    here().flows.put(FlowsInUse(flows, library, versions, faults))


def wording(message: str, values: Mapping[str, str]) -> str:
    """Return a fixed text, such as `thanks`, filled; ours where the flows in use lack it.

    Never an empty one: that is an error of whoever asks for it.
    """
    written = flows_in_use().flows[TEXTS].messages.get(message)
    said = fill((written or our_texts()[message]).text, values)
    if not said:
        raise ValueError(f"Nothing is left of the text '{message}': what it names is empty.")
    return said


def _last_good(flows: Mapping[str, Flow], faults: Iterable[Fault]) -> Iterator[tuple[str, Flow]]:
    """Yield the newest kept version of each flow whose file cannot be used, or is gone and needed."""
    broken = {PurePath(fault.file).stem for fault in faults if fault.is_error}
    for name in sorted((broken | BEGUN.keys()) - flows.keys()):
        for row in kept_flows.versions_of(name)[:1]:
            yield name, kept_flows.version(row.id)


def _lost_to_agreements(flows: Mapping[str, Flow], now: datetime) -> tuple[Countable, ...]:
    """Return what agreements count, now or later, and these flows never say."""
    found = (
        one
        for agreed in agreements.agreements_not_over(now)
        for one in no_longer_asked(agreed.agreement, flows)
    )
    return tuple(dict.fromkeys(found))


def _before_it_was_lost(lost: Iterable[Countable], now: datetime) -> Iterator[tuple[str, Flow]]:
    """Yield the newest version of each flow in which nothing is lost that was counted."""
    for name in dict.fromkeys(one.flow for one in lost):
        for row in kept_flows.versions_of(name):
            before = kept_flows.version(row.id)
            still = {one for one in _lost_to_agreements({name: before}, now) if one.flow == name}
            if not still:
                yield name, before
                break


def _fault_of(lost: Countable) -> Fault:
    """Say what an agreement counts in vain."""
    message = (
        f"Agreements count '{lost.mark}' at '{lost.step}', and no answer there says so now. The "
        "last version that did stays. Put it back, or change the agreements first."
    )
    return Fault(f"flows/{lost.flow}.yaml", 1, 1, "F120", message)
