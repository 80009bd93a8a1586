"""What is counted is told by the flows: where nobody said, and whether it is still asked."""

from typing import get_args

import pytest
from agreed_people import TABLETS, TALK, ana_agreement, dev_agreement

from checkin.agreements.counted import KINDS
from checkin.agreements.what_to_count import counts_in_vain, no_longer_asked, what_to_count
from checkin.conversation.flows.countable import Countable
from checkin.conversation.flows.does import CountsFor
from checkin.conversation.flows.in_use import FlowsInUse
from tests.unit.talking.conversations import all_shipped, library

FLOWS = {flow.flow: flow for flow in all_shipped()}


def test_the_flows_say_what_a_threshold_counts_where_nobody_did():
    assert what_to_count(FlowsInUse(FLOWS, library(), {})) == {
        "feeling_run": {
            "steps": ("how_i_am.feeling", "my_morning_daily.daily_how", "what_matters.week"),
            "mark": "not good",
        },
        "checklist_gap": {
            "step": "group_day.tablets", "mark": "tablets not taken", "item": "tablets",
        },
        "confidence_drop": {"steps": ("group_day.sure",), "mark": "not sure", "was": "sure"},
        "plan_not_kept": {"step": "my_morning_daily.daily_kept", "mark": "plan not kept"},
    }  # fmt: skip


def test_the_flows_can_mark_answers_for_every_threshold_that_counts_and_no_other():
    assert sorted(KINDS) == sorted(get_args(CountsFor))


def test_where_no_flow_asks_nothing_is_counted():
    assert what_to_count(FlowsInUse({}, library(), {})) == {}


def test_what_dev_and_ana_agreed_is_asked():
    for agreement in (dev_agreement(), ana_agreement()):
        assert list(no_longer_asked(agreement, FLOWS)) == []


def test_what_is_asked_no_more_is_told():
    without = {name: flow for name, flow in FLOWS.items() if name != "group_day"}

    lost = list(no_longer_asked(dev_agreement(), without))

    assert lost == [Countable("group_day.tablets", "tablets not taken")]
    assert lost[0].flow == "group_day"


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ({"step": "group_day.tablts"}, "Did you mean 'group_day.tablets'? Write that, or: "),
        ({"mark": "tablets not takn"}, "Did you mean 'tablets not taken'? Write that, or: "),
        ({"step": "x", "mark": "y"}, ""),
    ],
)
def test_what_is_counted_in_vain_is_told_with_what_may_be_meant(written, instead):
    lost = TABLETS.model_copy(update=written)

    (said,) = counts_in_vain(dev_agreement(thresholds=(TALK, lost)), FLOWS)

    assert said == (
        f"No question '{lost.step}' can be answered with '{lost.mark}'. "
        f"{instead}Take that threshold away."
    )
    assert said.at == ("thresholds", 1)
