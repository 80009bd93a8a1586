"""What is asked at a time is there: a flow of that channel, or a text made for the road."""

import pytest
from agreed_people import LEAVE, ana_agreement, dev_agreement

from checkin.agreements.what_to_ask import cannot_be_asked, what_to_ask
from tests.unit.talking.conversations import all_shipped, shipped

FLOWS = {flow.flow: flow for flow in (*all_shipped(), shipped("travel_texts"))}


def said_of(agreement, asks):
    first = agreement.times[0].model_copy(update={"asks": asks})
    changed = agreement.model_copy(update={"times": (LEAVE, first)})
    return [one for one in cannot_be_asked(changed, FLOWS) if one.at == ("times", 1, "asks")]


def test_what_dev_and_ana_agreed_to_be_asked_is_there():
    for agreement in (dev_agreement(), ana_agreement()):
        assert list(cannot_be_asked(agreement, FLOWS)) == []


def test_a_text_of_one_letter_less_is_told_with_the_one_that_is_meant():
    assert said_of(dev_agreement(), "ask_leav") == [
        "There is no 'ask_leav'. Did you mean ask_leave?"
    ]


def test_what_is_like_nothing_is_told_with_all_there_is():
    (said,) = said_of(ana_agreement(), "xyz")

    assert said.startswith("There is no 'xyz'. Ask one of these: ")
    assert "my_morning_daily" in said


@pytest.mark.parametrize("asks", ["thanks", "help", "travel_texts"])
def test_what_is_only_said_is_not_asked(asks):
    (said,) = said_of(dev_agreement(), asks)

    assert said.startswith(f"There is no '{asks}'. ")


def test_a_text_made_for_the_road_is_not_asked_on_a_tablet():
    assert said_of(ana_agreement(), "ask_leave") == [
        "ask_leave cannot be held by tablet, only by text. Ask another flow."
    ]


def test_what_can_be_asked_by_text_has_titles_for_staff():
    assert what_to_ask("text", FLOWS)["ask_leave"] == "Text: leave"
    assert "ask_leave" not in what_to_ask("tablet", FLOWS)
