"""There is one plan of a morning: as Ana set it up, or else as staff wrote it down with her."""

from checkin.agreements.how_asked import Lines
from checkin.agreements.own_plan import MORNING, is_all_their_own, is_their_own, plan

WRITTEN = {Lines.PLAN: ("Start at half past 8", "One voice: Priya")}


def test_what_staff_wrote_is_the_plan_until_she_sets_up_her_own():
    assert plan(WRITTEN) == WRITTEN[Lines.PLAN]
    assert plan({}) == ()


def test_what_she_set_up_takes_its_place_in_the_order_of_a_morning():
    hers = {Lines.ORDER: ("Tea", "Shower"), Lines.START: ("Half past 9",), Lines.MOST: ()}

    assert plan({**WRITTEN, **hers}) == ("Half past 9", "Tea, Shower")


def test_what_she_skipped_is_not_hers():
    assert is_all_their_own(MORNING)
    assert not is_all_their_own({Lines.START, Lines.PLAN})


def test_her_own_is_told_from_lines_of_other_things():
    assert is_their_own({Lines.START, Lines.PLAN})
    assert not is_their_own({Lines.PLAN, Lines.AVOID, Lines.HELPS})
