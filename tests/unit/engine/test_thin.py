"""A first conversation, from hello to sent."""

from checkin.conversation.engine import opening, turn
from checkin.conversation.flow import Flow
from checkin.conversation.library import FrameLine
from checkin.conversation.talk import About, DidIt, GoOn, Picked, Send, Start

FRAME = {
    name: FrameLine(say=[name])
    for name in [
        "hello",
        "start",
        "not_now",
        "ask_again",
        "did_you_mean",
        "yes",
        "no",
        "read_back",
        "send",
        "change",
        "throw_away",
        "how_done",
        "self",
        "helped",
        "by_other",
        "bye",
        "stopped",
    ]
}
FLOW = Flow.model_validate(
    {
        "flow": "f", "title": "F", "purpose": "p", "agreed_with": "a", "language": "en-GB",
        "channels": ["tablet", "text"], "seen_by": "staff",
        "steps": {
            "one": {"say": "Hello {name}"},
            "two": {"ask": "How?", "choices": {"a": {"label": "A", "marks": ["m"]}, "b": {"label": "B"}}},
            "three": {"say": "Bye"},
        },
    }
)  # fmt: skip


def test_ana_goes_from_hello_to_sent():
    turn_ = opening(FLOW, About({"name": "Ana"}), "tablet", FRAME)
    for reply in (Start(), GoOn(), Picked(("a",)), Send(), DidIt("self")):
        turn_ = turn(FLOW, turn_.so_far, reply, "tablet", FRAME)
    assert turn_.so_far.end == "sent"
