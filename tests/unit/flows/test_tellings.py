"""A telling is a flow that asks whom to keep it from, whatever it is called."""

from checkin.conversation.flows.step import ForEach
from checkin.conversation.flows.telling import is_asked_of_all, is_telling, leaves_out
from tests.unit.talking.conversations import all_shipped


def test_of_the_flows_that_ship_tell_someone_alone_is_one():
    assert [flow.flow for flow in all_shipped() if is_telling(flow)] == ["tell_someone"]


def test_what_is_asked_of_all_tells_nothing_of_what_was_said():
    (flow,) = [one for one in all_shipped() if is_telling(one)]
    asked = {name for name in flow.steps if is_asked_of_all(flow, name)}

    assert asked == set(flow.steps)
    assert [name for name in flow.steps if leaves_out(flow, name)] == ["who"]
    assert leaves_out(flow, "who") == "staff_and_outside"
    assert leaves_out(flow, "") == ""
    assert not is_asked_of_all(flow, "each.1.next")


def test_what_follows_from_an_answer_is_not_asked_of_all():
    (flow,) = [one for one in all_shipped() if is_telling(one)]
    ask = flow.steps["kind"].model_copy(update={"only_if": {"not_who": ("lena",)}})
    again = flow.steps["who"].model_copy(update={"from_": "not_who", "does": None})
    each = ForEach(for_each="And this?", of="promises", steps={})
    changed = flow.model_copy(
        update={"steps": {**flow.steps, "ask": ask, "again": again, "each": each}}
    )

    assert not any(is_asked_of_all(changed, name) for name in ("ask", "again", "each"))
