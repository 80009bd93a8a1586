"""What Dev tells later is kept from whoever was kept out of a hurt before."""

from typing import NamedTuple

from checkin.agreements.kept_on import KeptOn, kept_on

NOBODY: frozenset[str] = frozenset()
MARCUS, LENA = frozenset({"marcus"}), frozenset({"lena"})


class Told(NamedTuple):
    """From whom something that he told is kept."""

    kept_from: frozenset[str]
    hurt_unclear: bool = False


def test_where_nothing_was_told_before_nobody_more_is_kept_out():
    assert kept_on({}, ()) == KeptOn(NOBODY, unclear=False)


def test_of_two_that_he_told_open_or_closed_all_are_kept_out():
    told = {"of marcus": Told(MARCUS), "of lena": Told(LENA)}

    for open_ in ((), ("of lena",), ("of lena", "of marcus")):
        assert kept_on(told, open_) == KeptOn(MARCUS | LENA, unclear=False)


def test_while_nobody_can_tell_who_it_was_it_is_so_of_what_he_tells_then_and_not_once_closed():
    told = {"of him": Told(MARCUS, hurt_unclear=True)}

    assert kept_on(told, ("of him",)) == KeptOn(MARCUS, unclear=True)
    assert kept_on(told, ()) == KeptOn(MARCUS, unclear=False)


def test_whom_to_keep_something_from_that_is_no_hurt_and_was_not_said_is_of_that_alone():
    told = {"my room": Told(NOBODY)}

    assert kept_on(told, ("my room",)) == KeptOn(NOBODY, unclear=False)
