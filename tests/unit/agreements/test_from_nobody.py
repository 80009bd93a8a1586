"""What staff read of a cry from a number that nobody here has."""

import pytest

from checkin.agreements.from_nobody import Cry, differs_by_one, from_nobody, may_be

CRY = Cry("t1", "now", "+447700900999", "07700 900999", "help im lost", "willow")


@pytest.mark.parametrize("other", ["+447700900999", "+447700900988", "+44770090099", ""])
def test_the_same_number_and_one_of_two_other_digits_are_not_one_digit_off(other: str):
    assert not differs_by_one("+447700900999", other)


def test_a_number_that_differs_by_one_digit_is():
    assert differs_by_one("+447700900999", "+447700900998")


def test_its_words_stand_first_and_then_who_it_may_be():
    reached = from_nobody(CRY, [may_be("Dev", "digit")])

    assert reached.title == "Somebody at 07700 900999 asked for help. We do not know the number."
    assert reached.what == (
        "Texted: help im lost",
        "It may be Dev: their number differs by one digit.",
    )


def test_where_it_may_be_nobodys_it_says_so():
    assert from_nobody(CRY, []).what[1:] == ("We found nobody whose it may be.",)


def test_the_same_number_joins_it_and_what_is_tells_of_marcus_does_not():
    again = Cry("t2", "now", CRY.from_number, CRY.number, "HELP", "willow")
    kept = Cry("t3", "now", CRY.from_number, CRY.number, "marcus hits me", "willow", ("marcus",))

    assert from_nobody(again, []).group == from_nobody(CRY, []).group
    assert from_nobody(again, []).key != from_nobody(CRY, []).key
    assert from_nobody(kept, []).group != from_nobody(CRY, []).group


def test_each_house_has_its_own():
    other = Cry("t1", "now", CRY.from_number, CRY.number, CRY.words, "oak")

    assert from_nobody(other, []).group != from_nobody(CRY, []).group
    assert from_nobody(other, []).key != from_nobody(CRY, []).key


def test_of_whom_the_number_told_before_is_not_rung_first():
    assert from_nobody(CRY, [], ("marcus",)).not_first == ("marcus",)
    assert from_nobody(CRY, []).not_first == ()
