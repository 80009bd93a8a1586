"""Who cannot ring the advocate says nothing of the words: each is handed on alone."""

from dataclasses import replace

from checkin.agreements.advocate import ADVOCATE_ASKED
from checkin.agreements.errands import PROMISE_LATE, of_alert, promise_of, refused_by
from checkin.agreements.ladder import OTHERS_OUTSIDE, WHO_LEADS
from checkin.agreements.open_again import OPEN_AGAIN
from checkin.agreements.seen import NOBODY, Alert, Around, CheckIn, Loop, Said, Team, Was, Words
from checkin.agreements.will_see import those_who_may

HOUSE = "willow court"
PRIYA, LENA, JO = "priya", "lena", "jo"
HERE = frozenset({PRIYA, LENA, JO})
OUTSIDE = frozenset({"the lead", "the advocacy service"})
ANA = Around("ana", HOUSE, Team(staff=HERE, managers=frozenset({JO}), outside=OUTSIDE))
TOLD = Said(ANA, ("who_i_pick",), picked=frozenset({PRIYA}))


def who_may(thing) -> frozenset[str]:
    return those_who_may(HERE, thing, HOUSE, OUTSIDE)


def errand(said: Said) -> Alert:
    return Alert(ANA, of_alert(said, ADVOCATE_ASKED, "a1"))


def test_a_refused_errand_is_handed_on_without_the_words():
    said = refused_by(TOLD, ADVOCATE_ASKED, "a1", {PRIYA})

    assert who_may(errand(said)) == {PRIYA, JO}
    assert who_may(Alert(ANA, of_alert(said, "told", "a2"))) == {PRIYA}
    assert who_may(Alert(ANA, of_alert(said, ADVOCATE_ASKED, "another"))) == {PRIYA}
    assert who_may(Words(said)) == who_may(CheckIn(said)) == {PRIYA}


def test_refused_words_are_handed_on_without_the_errand():
    said = refused_by(TOLD, "told", "a2", {PRIYA})

    assert who_may(Words(said)) == {PRIYA, JO}
    assert who_may(errand(said)) == {PRIYA}


def test_an_errand_waits_by_itself_and_not_as_long_as_the_words():
    said = replace(TOLD, waited=OTHERS_OUTSIDE)

    assert who_may(Words(said)) == {PRIYA, JO}
    assert who_may(errand(said)) == {PRIYA}
    assert who_may(errand(replace(TOLD, errands={"a1": Was(waited=OTHERS_OUTSIDE)}))) == {PRIYA, JO}


def test_an_errand_is_refused_by_the_second_of_two():
    both = replace(TOLD, picked=frozenset({PRIYA, LENA}))
    one = refused_by(both, ADVOCATE_ASKED, "a1", {PRIYA})

    assert JO not in who_may(errand(one))
    assert JO in who_may(errand(refused_by(one, ADVOCATE_ASKED, "a1", {LENA})))


def test_who_was_told_of_an_errand_has_it_still_and_reads_nothing():
    said = replace(TOLD, errands={"a1": Was(told=frozenset({JO}))})

    assert who_may(errand(said)) == {PRIYA, JO}
    assert who_may(Words(said)) == {PRIYA}


def test_told_of_an_errand_of_what_was_for_some_jo_opens_it_only_with_a_reason():
    week = Said(ANA, ("keyworker",), errands={"a1": Was(told=frozenset({JO}))})
    week = replace(week, around=replace(ANA, team=replace(ANA.team, keyworker=PRIYA)))

    assert who_may(Alert(ANA, of_alert(week, "ask_to_talk", "a1"), asked=NOBODY)) == {PRIYA, JO}
    assert who_may(Words(week)) == who_may(Loop(ANA, week)) == {PRIYA}
    assert who_may(Words(week, opened=frozenset({JO}))) == {PRIYA, JO}


def test_who_is_named_in_it_is_never_asked_instead():
    said = replace(TOLD, named=frozenset({JO}))
    for then in (
        replace(said, refused=frozenset({PRIYA})),
        replace(said, waited=OTHERS_OUTSIDE),
    ):
        assert who_may(Words(then)) == {PRIYA} | OUTSIDE
    outside = replace(said, picked=OUTSIDE, unanswered=WHO_LEADS)
    assert JO not in who_may(Words(outside))
    assert JO in who_may(Words(replace(outside, named=NOBODY)))


def test_who_is_named_and_was_picked_reads_it():
    said = replace(TOLD, named=frozenset({PRIYA, JO}))

    assert who_may(Words(said)) == {PRIYA}


def test_late_is_a_promise_too_and_what_was_told_is_none():
    assert promise_of(PROMISE_LATE, f"{PROMISE_LATE}:l1") == "l1"
    assert promise_of("told", "told:l1") is None


def test_whoever_is_told_of_one_promise_reads_nothing_else():
    said = Said(ANA, ("keyworker",), errands={"a1": Was(told=frozenset({JO}))})

    assert who_may(Alert(ANA, of_alert(said, OPEN_AGAIN, "a1"), asked=NOBODY)) == {JO}
    assert who_may(Words(said)) == who_may(Words(Said(ANA, ("keyworker",))))
