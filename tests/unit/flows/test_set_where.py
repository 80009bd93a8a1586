"""Where a person can set something is told by the flows themselves, never by a name in code."""

from checkin.actions.read_flows import read_flows
from checkin.conversation.flows.set_where import set_where
from checkin.conversation.flows.sets import LINES, SETTINGS, can_be
from checkin.paths import FLOWS
from tests.unit.flows.shipped import LIBRARY

SHIPPED = read_flows(FLOWS, LIBRARY)[0]


def test_everything_that_can_be_set_is_asked_for_in_a_flow_that_ships():
    found = set_where(SHIPPED.values())

    with_a_line = {"quiet_from"}  # when the morning starts
    assert set(found) == {*SETTINGS, *LINES} - with_a_line
    for name in set(SETTINGS) - with_a_line:
        assert all(can_be(name, one.key) for one in found[name].options)
    for name in ("size", "pictures", "sound", "show_as", "time"):
        assert {one.key for one in found[name].options} == set(SETTINGS[name])


def test_each_choice_is_found_by_what_it_sets_with_its_words_and_its_picture():
    size = set_where(SHIPPED.values())["size"]

    very_big = size.option("xlarge")
    assert very_big
    assert (very_big.label, very_big.symbol) == ("Very big", "mode.size_xl")
    assert size.option("huge") is None


def test_a_line_has_the_question_that_asks_for_it_and_nothing_to_pick():
    helps = set_where(SHIPPED.values())["helps"]

    assert (helps.flow, helps.asks) == ("getting_ready", "What helps you to say what you think?")
    assert helps.options == ()
