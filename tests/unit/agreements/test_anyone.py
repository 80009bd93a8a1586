"""Whoever can be told is told, as long as anybody can."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from checkin.agreements.anyone import anyone


@dataclass(frozen=True)
class One:
    id: str


JO, LENA, MARCUS, PRIYA = map(One, ("jo", "lena", "marcus", "priya"))


def nobody_else_is_looked_for():
    yield [JO]
    raise AssertionError


def test_those_whom_a_step_names_are_told_and_nobody_else_is_looked_for():
    assert anyone(nobody_else_is_looked_for(), ()) == [JO]


def test_where_it_names_nobody_the_nearest_are_told():
    assert anyone([[], [], [LENA, MARCUS], [PRIYA]], ()) == [LENA, MARCUS]


def test_who_said_that_they_cannot_is_passed_over_to_the_next_circle():
    assert anyone([[JO], [JO, LENA], [PRIYA]], {"jo"}) == [LENA]
    assert anyone([[JO], [JO, LENA], [PRIYA]], {"jo", "lena"}) == [PRIYA]


def test_where_all_said_so_the_nearest_of_them_are_told_again():
    assert anyone([[], [LENA], [PRIYA]], {"lena", "priya"}) == [LENA]


def test_where_nobody_is_there_nobody_is_told():
    assert not anyone([[], []], {"jo"})


SOME = st.lists(st.sampled_from([JO, LENA, MARCUS, PRIYA]), unique=True)


@given(st.lists(SOME), st.frozensets(st.sampled_from(["jo", "lena", "marcus", "priya"])))
def test_whoever_is_there_and_cannot_somebody_is_told_who_can_while_anybody_can(circles, cannot):
    told = {one.id for one in anyone(circles, cannot)}
    there = {one.id for those in circles for one in those}

    assert told <= there
    assert bool(told) == bool(there)
    if there - cannot:
        assert not told & cannot
