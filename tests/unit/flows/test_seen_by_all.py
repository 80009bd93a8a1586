"""Who may see any of what is said in a flow is told before the first question: each once."""

from checkin.conversation.flows.every_step import all_seen_by
from tests.unit.talking.conversations import flow_of


def test_steps_for_others_than_the_flow_add_them_and_name_nobody_twice():
    nested = {"why": {"own_words": "Why?", "seen_by": ["manager", "keyworker"]}}
    flow = flow_of({
        "ok": {"ask": "OK?", "choices": {"yes": {"label": "Yes"}, "no": {"label": "No", "then": nested}}},
        "plan": {"own_words": "And?", "seen_by": ["staff_on_shift"]},
    })  # fmt: skip

    assert all_seen_by(flow) == ("keyworker", "manager", "staff_on_shift")
