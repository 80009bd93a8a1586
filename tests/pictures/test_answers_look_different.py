"""Somebody who does not read picks by the picture: two answers of one question never share one."""

from collections import Counter

import pytest

from checkin.conversation.flows.every_step import choices_of, every_step
from tests.unit.talking.conversations import all_shipped

STEPS = [
    (flow, name, step) for flow in all_shipped() for name, step in every_step(flow.steps, flow)
]


@pytest.mark.parametrize(
    ("flow", "step"),
    [(flow, step) for flow, _, step in STEPS],
    ids=[f"{flow.flow}.{name}" for flow, name, _ in STEPS],
)
def test_no_two_answers_of_a_question_share_a_picture(flow, step):
    shown = Counter(one.symbol for one in choices_of(flow, step).values() if one.symbol)
    assert [symbol for symbol, times in shown.items() if times > 1] == []


def test_quiet_time_and_no_quiet_time_look_different():
    pictures = {
        choice.symbol
        for flow, _, step in STEPS
        for key, choice in choices_of(flow, step).items()
        if key in ("quiet", "no_quiet")
    }
    assert pictures == {"sense.quiet", "sense.no_quiet"}
