"""What a flow is held to, one module a group of codes; each check is a small function."""

from collections.abc import Iterator

from checkin.conversation.faults import Fault
from checkin.conversation.flow import Flow
from checkin.conversation.library import Library
from checkin.conversation.reading import Written


def check(flow: Flow, written: Written, library: Library) -> Iterator[Fault]:
    """Yield every fault of a flow that has the right shape."""
    yield from ()
