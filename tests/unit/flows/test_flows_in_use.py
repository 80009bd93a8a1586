"""What is said around every flow comes with the flows that are in use."""

from checkin.conversation.flows.in_use import FlowsInUse
from checkin.conversation.flows.library import Library


def test_the_frame_is_the_one_of_the_library() -> None:
    library = Library()

    in_use = FlowsInUse({}, library, {})

    assert in_use.frame is library.frame
