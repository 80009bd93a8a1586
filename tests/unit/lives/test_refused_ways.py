"""By which ways a number is never reached, and when it is only not reached now."""

import pytest

from checkin.lives.refused_number import in_words, refused_ways, with_more


@pytest.mark.parametrize("by", ["text", "call"])
@pytest.mark.parametrize("code", ["21211", "21217", "13224"])
def test_on_what_is_no_number_jo_is_neither_rung_nor_texted(code, by):
    assert set(refused_ways(code, by)) == {"text", "call"}


def test_on_a_landline_jo_is_rung_and_in_a_region_that_is_not_rung_she_is_texted():
    assert refused_ways("21614", "text") == ("text",)
    assert refused_ways("21215", "call") == ("call",)
    assert refused_ways("21215", "text") == ()


@pytest.mark.parametrize("by", ["text", "call"])
@pytest.mark.parametrize("code", ["no-answer", "busy", "30003", "30005", "21610", "20003", ""])
def test_a_phone_that_is_off_or_not_picked_up_is_tried_again(code, by):
    assert refused_ways(code, by) == ()


def test_more_ways_are_kept_beside_those_of_before_and_read_in_words():
    assert with_more(None, ("text",)) == "text"
    assert with_more("text", ("call",)) == "call,text"
    assert in_words(with_more("call,text", ())) == "calls and texts"
