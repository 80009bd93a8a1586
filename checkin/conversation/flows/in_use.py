"""The flows, the frame and the fixed wording that are in use, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from checkin.conversation.flows.faults import Fault
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.library import Frame, Library


@dataclass(frozen=True, slots=True)
class FlowsInUse:
    """All that a conversation needs from the flows folder, read once and unchangeable."""

    flows: Mapping[str, Flow]
    library: Library
    versions: Mapping[str, str]  # flow id -> version id
    faults: tuple[Fault, ...] = field(default=())

    @property
    def frame(self) -> Frame:
        """What is said around every flow, and the words in which it is heard."""
        return self.library.frame
