"""A telling is a flow that asks whom to keep it from, whatever it is called."""

from checkin.conversation.flows.telling import is_telling
from tests.unit.talking.conversations import all_shipped


def test_of_the_flows_that_ship_tell_someone_alone_is_one():
    assert [flow.flow for flow in all_shipped() if is_telling(flow)] == ["tell_someone"]
