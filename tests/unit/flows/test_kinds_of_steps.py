"""Every kind of step can be written, and says what it says."""

import pytest

from checkin.conversation.flows.every_step import question
from checkin.conversation.flows.step import KINDS, kind_of
from tests.flows.broken import loaded
from tests.unit.flows.test_road import HEAD

WRITTEN = {
    "say": "say: Hello.",
    "ask": "ask: Tea?\n    choices: {tea: {label: Tea, symbol: thing.cup}, no_tea: {label: None, symbol: nav.none}}",
    "scale": "scale: How is it?\n    with: like_3",
    "own_words": "own_words: Tell us.\n    words: main",
    "people": "people: Who?\n    from: staff\n    many: true",
    "sort": "sort: Put these in order.\n    items: {tea: {label: Tea, symbol: thing.cup}}",
    "photo": "photo: Show us a place.",
    "time": 'time: When?\n    choices: {half_10: {label: "10:30", symbol: time.clock}}',
    "for_each": "for_each: Look at these.\n    of: goals\n    at_most: 5\n    steps: {well: {say: Good., symbol: nav.ok}}",
    "practise": "practise: Tap the bus.\n    choices: {bus: {label: Bus, symbol: travel.bus}, cup: {label: Cup, symbol: thing.cup}}",
    "private_word": "private_word: Pick a secret word.\n    help: Secret means that only some people know.",
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_step_is_told_by_its_one_key(kind):
    result = loaded(f"{HEAD}  one:\n    {WRITTEN[kind]}\n    symbol: life.people\n")

    assert result.faults == ()
    step = result.flow.steps["one"]
    assert kind_of(step) == kind
    assert type(step) is KINDS[kind]
    assert question(step) == WRITTEN[kind].split(": ", 1)[1].split("\n")[0]


def test_a_time_on_a_button_stays_as_it_was_written():
    result = loaded(f"{HEAD}  one:\n    {WRITTEN['time']}\n    symbol: time.clock\n")

    assert result.flow.steps["one"].choices["half_10"].label == "10:30"
