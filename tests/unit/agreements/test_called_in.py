"""Who is called in from beyond a house, where nobody in it can be told; and what they see of it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from checkin.agreements.ladder import OTHERS_OUTSIDE
from checkin.agreements.seeing import May, MayNot, Why, may_see
from checkin.agreements.seen import (
    NOBODY,
    Alert,
    Around,
    CheckIn,
    Loop,
    OfAPerson,
    PrivateWords,
    Said,
    StaffMember,
    Team,
    Words,
)
from checkin.agreements.will_see import those_called_in

HOUSE, ROSE_LODGE = "willow court", "rose lodge"
LEAD, ADVOCACY, JO, RUTH = "the lead", "the advocacy service", "jo", "ruth"
OUTSIDE = frozenset({LEAD, ADVOCACY})
TEAM = Team(staff=frozenset({JO, "lena"}), managers=frozenset({JO}), outside=OUTSIDE)
DEV = Around("dev", HOUSE, TEAM)
CALL = Alert(DEV, calls_for_help=True)
MANAGES_ANOTHER = StaffMember(RUTH, frozenset({ROSE_LODGE}))
CONTACT = StaffMember(LEAD, NOBODY, outside_of=frozenset({HOUSE}))
TOLD = Said(DEV, ("staff_on_shift",))
OF_A_TELLING = Said(DEV, ("who_i_pick",))


def called_in(alert: Alert) -> frozenset[str]:
    return those_called_in(alert, HOUSE, [RUTH], sorted(OUTSIDE))


def test_whoever_was_called_in_sees_that_alert_and_the_contacts_outside_no_word_of_it():
    told = replace(CALL, called_in=frozenset({RUTH, LEAD}))

    assert may_see(MANAGES_ANOTHER, told) == May(Why.called_in)
    assert may_see(CONTACT, told) == May(Why.called_last)
    assert may_see(CONTACT, CALL) == may_see(MANAGES_ANOTHER, CALL) == MayNot(Why.another_house)


def test_of_what_was_said_in_a_check_in_nobody_called_in_reads_a_word():
    raised = Alert(DEV, TOLD, called_in=frozenset({RUTH}))

    assert may_see(MANAGES_ANOTHER, raised) == May(Why.called_last)


def test_they_see_nothing_else_of_that_house():
    for thing in (OfAPerson(DEV), PrivateWords(DEV), CheckIn(TOLD), Words(TOLD), Loop(DEV, TOLD)):
        assert may_see(MANAGES_ANOTHER, thing) == MayNot(Why.another_house)
        assert may_see(CONTACT, thing) == MayNot(Why.another_house)


def test_a_call_and_a_miss_may_call_in_all_of_them():
    assert called_in(CALL) == {RUTH, *OUTSIDE}
    assert called_in(Alert(DEV)) == {RUTH, *OUTSIDE}
    assert called_in(Alert(DEV, TOLD)) == {RUTH, *OUTSIDE}


def test_a_call_from_within_a_telling_calls_in_all_of_them_as_any_call_does():
    kept = replace(OF_A_TELLING, kept_from=frozenset({"lena"}))

    assert called_in(Alert(DEV, kept, calls_for_help=True)) == {RUTH, *OUTSIDE}


def test_what_was_told_in_confidence_calls_in_those_outside_alone_and_none_it_is_kept_from():
    kept = replace(OF_A_TELLING, kept_from=frozenset({"lena", LEAD}))

    assert called_in(Alert(DEV, kept)) == {ADVOCACY}
    assert called_in(Alert(DEV, replace(OF_A_TELLING, unclear=True))) == OUTSIDE


def test_whom_he_picked_here_is_stood_in_for_here_before_those_outside_know():
    picked = replace(OF_A_TELLING, picked=frozenset({"lena"}))

    assert called_in(Alert(DEV, picked)) == NOBODY
    assert called_in(Alert(DEV, replace(picked, waited=OTHERS_OUTSIDE))) == OUTSIDE
    assert called_in(Alert(DEV, replace(picked, urgent=True))) == OUTSIDE


def test_what_is_for_those_outside_alone_calls_in_nobody_else():
    kept = replace(OF_A_TELLING, kept_from=TEAM.staff)

    assert called_in(Alert(DEV, kept, for_outside=True)) == OUTSIDE
    assert called_in(Alert(DEV, kept, for_outside=True, left_unsent=True)) == OUTSIDE


def test_whoever_let_in_the_device_it_came_from_is_not_called_in():
    assert called_in(Alert(DEV, replace(TOLD, let_in_by=frozenset({RUTH})))) == OUTSIDE


@given(
    st.frozensets(st.sampled_from([JO, "lena", LEAD, ADVOCACY, RUTH])), st.booleans(), st.booleans()
)
def test_nobody_it_is_kept_from_is_ever_called_in(kept_from, unclear, urgent):
    said = replace(OF_A_TELLING, kept_from=kept_from, unclear=unclear, urgent=urgent)

    assert not called_in(Alert(DEV, said)) & kept_from
