"""What the contacts outside a house see: what no manager, or nobody, of the house may."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.agreements.disclosure import advice
from checkin.agreements.happened import LeftUnsent, Person, ToldOutside
from checkin.agreements.ladder import EVERYBODY, OTHERS_OUTSIDE, WHO_LEADS, next_tell
from checkin.agreements.left_unsent import advice_where_left
from checkin.agreements.seeing import May, MayNot, Why, for_all_told, may_see, outside_readers
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
from checkin.agreements.thresholds import reached
from checkin.agreements.told_outside import (
    for_those_outside,
    for_those_outside_too,
    is_called_already,
)
from checkin.agreements.will_see import those_who_may

NOON = datetime(2026, 10, 20, 11, tzinfo=UTC)
HOUSE, OTHER = "willow court", "another house"
PRIYA, LENA, JO = "priya", "lena", "jo"
HERE = frozenset({PRIYA, LENA, JO})
LEAD, ADVOCACY = "the lead", "the advocacy service"
OUTSIDE = frozenset({LEAD, ADVOCACY})
ANA = Around("ana", HOUSE, Team(staff=HERE, managers=frozenset({JO}), outside=OUTSIDE))
TOLD = Said(ANA, ("who_i_pick",))


def who_may(thing) -> frozenset[str]:
    return those_who_may(HERE, thing, HOUSE, OUTSIDE)


@pytest.mark.parametrize(
    ("kept_from", "readers"),
    [
        ((), HERE),
        ((PRIYA,), HERE - {PRIYA}),
        ((JO,), (HERE - {JO}) | OUTSIDE),
        ((PRIYA, LENA), {JO}),
        ((PRIYA, LENA, JO), OUTSIDE),
    ],
)
def test_what_is_kept_from_a_manager_or_from_all_here_is_for_those_outside(kept_from, readers):
    said = replace(TOLD, kept_from=frozenset(kept_from))

    for urgent in (True, False):
        now = replace(said, urgent=urgent)
        assert who_may(CheckIn(now)) == readers
        assert who_may(Words(now)) == readers
        assert who_may(Alert(ANA, now)) == readers
        assert who_may(Loop(ANA, now)) == readers


def test_where_nobody_understood_from_whom_it_is_kept_those_picked_see_it_else_those_outside():
    unclear = replace(TOLD, unclear=True)

    assert who_may(Words(unclear)) == OUTSIDE
    assert who_may(Alert(ANA, replace(unclear, urgent=True))) == OUTSIDE
    assert who_may(Words(replace(unclear, picked=frozenset({PRIYA})))) == {PRIYA}
    for_all = replace(unclear, seen_by=("staff_on_shift",))
    assert who_may(CheckIn(for_all)) == who_may(Alert(ANA, for_all)) == OUTSIDE


def test_a_house_without_anybody_outside_closes_to_nobody():
    alone = Around("ana", HOUSE, Team(staff=HERE, managers=frozenset({JO})))

    assert those_who_may(HERE, Words(replace(TOLD, around=alone, unclear=True)), HOUSE) == HERE


def test_those_outside_see_nothing_else():
    lead = StaffMember(LEAD, NOBODY, outside_of=frozenset({HOUSE}))
    others = StaffMember(LEAD, NOBODY, outside_of=frozenset({OTHER}))
    kept = replace(TOLD, kept_from=HERE)

    assert may_see(lead, Words(kept)) == May(Why.outside)
    for thing in (
        OfAPerson(ANA),
        PrivateWords(ANA),
        Alert(ANA),
        Loop(ANA),
        Alert(ANA, kept, calls_for_help=True),
        Words(Said(ANA, ("staff_on_shift",))),
        Words(replace(kept, sent=False)),
    ):
        assert may_see(lead, thing) == MayNot(Why.another_house)
    assert may_see(others, Words(kept)) == MayNot(Why.another_house)


@given(st.frozensets(st.sampled_from(sorted(HERE))), st.frozensets(st.sampled_from(sorted(HERE))),
       st.booleans(), st.booleans())  # fmt: skip
def test_whatever_is_picked_and_kept_somebody_sees_it_and_nobody_it_is_kept_from(
    kept_from, picked, unclear, urgent
):
    said = replace(TOLD, kept_from=kept_from, picked=picked, unclear=unclear, urgent=urgent)
    readers = who_may(Words(said))

    assert readers
    assert not readers & kept_from


@pytest.mark.parametrize(
    ("picked", "readers"),
    [
        ((ADVOCACY,), {ADVOCACY}),
        ((PRIYA, ADVOCACY), {PRIYA, ADVOCACY}),
        (("somebody who left",), HERE),
        ((PRIYA, "somebody who left"), {PRIYA}),
        ((PRIYA,), {PRIYA}),
        ((), HERE),
    ],
)
def test_whom_she_picks_outside_sees_it_and_nobody_here_whom_she_did_not_pick(picked, readers):
    said = replace(TOLD, picked=frozenset(picked))

    assert who_may(Words(said)) == who_may(CheckIn(said)) == readers
    assert who_may(Alert(ANA, replace(said, urgent=True))) >= HERE


def test_what_is_kept_from_the_manager_is_for_all_outside_whom_she_picked_or_not():
    said = replace(TOLD, kept_from=frozenset({JO}), picked=frozenset({ADVOCACY}))

    assert who_may(Words(said)) == OUTSIDE


@pytest.mark.parametrize(
    ("step", "minutes", "readers"),
    [
        (0, 0, {ADVOCACY}),
        (OTHERS_OUTSIDE - 1, 5, {ADVOCACY}),
        (OTHERS_OUTSIDE, 15, OUTSIDE),
        (WHO_LEADS - 1, 45, OUTSIDE),
        (WHO_LEADS, 55, OUTSIDE | {JO}),
    ],
)
def test_where_whom_she_picked_outside_does_not_answer_it_widens_step_by_step(
    step, minutes, readers
):
    said = replace(TOLD, picked=frozenset({ADVOCACY}), unanswered=step)

    assert who_may(Words(said)) == who_may(Loop(ANA, said)) == readers
    assert who_may(Alert(ANA, said, for_outside=True)) == readers
    at = NOON
    for one in range(step):
        at = next_tell("soon", one, at).next_at
    assert at == NOON + timedelta(minutes=minutes)


@given(st.frozensets(st.sampled_from(sorted(HERE | OUTSIDE))), st.booleans(), st.booleans())
def test_however_long_nobody_answers_nobody_it_is_kept_from_ever_sees_it(
    kept_from, unclear, urgent
):
    said = replace(
        TOLD, picked=frozenset({ADVOCACY}), kept_from=kept_from, unclear=unclear, urgent=urgent,
        unanswered=WHO_LEADS * 9,
    )  # fmt: skip

    assert not who_may(Words(said)) & kept_from
    assert not who_may(Alert(ANA, said, for_outside=True)) & kept_from


def test_where_nobody_can_tell_from_whom_it_is_kept_it_never_comes_to_who_leads():
    said = replace(TOLD, picked=frozenset({ADVOCACY}), unclear=True, unanswered=WHO_LEADS)

    assert who_may(Words(said)) == who_may(Alert(ANA, said, for_outside=True)) == OUTSIDE
    hurt = replace(said, unanswered=0, urgent=True)
    assert who_may(Alert(ANA, hurt)) == OUTSIDE


def test_an_alert_for_those_outside_is_for_nobody_here():
    alert = Alert(ANA, replace(TOLD, kept_from=frozenset({JO})), for_outside=True)

    assert who_may(alert) == OUTSIDE
    assert not for_all_told(replace(alert, said=Said(ANA, ("staff_on_shift",))))


def test_a_house_without_anybody_outside_tells_nobody_there():
    alone = Around("ana", HOUSE, Team(staff=HERE, managers=frozenset({JO})))

    assert for_those_outside("c", replace(TOLD, around=alone, kept_from=HERE)) is None
    assert for_those_outside("c", replace(TOLD, around=Around("ana", HOUSE))) is None
    assert for_those_outside("c", replace(TOLD, kept_from=frozenset({PRIYA}))) is None


def test_whoever_was_called_in_of_what_was_told_is_not_told_of_it_a_second_time():
    called_in = replace(TOLD, kept_from=frozenset({PRIYA}), told=OUTSIDE)

    assert outside_readers(called_in) == OUTSIDE
    assert for_those_outside("c", called_in) is None


def test_that_something_was_left_unsent_is_known_outside_and_to_nobody_here():
    left = replace(TOLD, sent=False, kept_from=frozenset({LEAD}))
    alert = Alert(ANA, left, for_outside=True, left_unsent=True)

    assert who_may(alert) == {ADVOCACY}
    assert who_may(CheckIn(left)) == who_may(Words(left)) == NOBODY
    assert not for_all_told(alert)
    late = replace(alert, said=replace(left, sent=True, unanswered=WHO_LEADS))
    assert who_may(late) == {ADVOCACY}


def test_those_outside_are_told_what_was_left_and_not_to_tell_the_house():
    (alert,) = reached([], LeftUnsent("c"), NOON, person=Person("ana", "Ana"))

    assert (alert.kind, alert.level, alert.key) == ("left_unsent", "soon", "left_unsent:c")
    assert alert.title == "Ana began to tell something and left it."
    assert "Do not tell the staff of the house" in " ".join(advice_where_left("Ana"))


def test_where_the_only_one_picked_cannot_it_is_for_who_leads_and_then_for_those_outside():
    picked = replace(TOLD, picked=frozenset({PRIYA}))
    refused = replace(picked, refused=frozenset({PRIYA}))
    nobody_leads = replace(refused, kept_from=frozenset({JO}))

    assert who_may(Alert(ANA, picked)) == {PRIYA}
    assert who_may(Alert(ANA, refused)) == who_may(Words(refused)) == {PRIYA, JO}
    assert who_may(Alert(ANA, replace(picked, waited=OTHERS_OUTSIDE))) == {PRIYA, JO}
    assert (
        who_may(Alert(ANA, replace(refused, refused=frozenset({PRIYA, JO})))) == {PRIYA} | OUTSIDE
    )
    assert who_may(Alert(ANA, nobody_leads)) == {PRIYA} | OUTSIDE
    both = replace(refused, picked=frozenset({PRIYA, LENA}))
    assert who_may(Alert(ANA, both)) == {PRIYA, LENA}
    no_lead = Around("ana", HOUSE, Team(staff=HERE, outside=OUTSIDE))
    silent = replace(picked, around=no_lead, waited=OTHERS_OUTSIDE)
    assert who_may(Alert(no_lead, silent)) == {PRIYA} | OUTSIDE


@pytest.mark.parametrize(
    ("refused", "readers"),
    [
        (NOBODY, {PRIYA, JO}),
        ({PRIYA}, {PRIYA, JO}),
        ({PRIYA, LENA}, {PRIYA, JO}),
        ({PRIYA, JO}, {PRIYA, JO} | OUTSIDE),
    ],
)
def test_what_all_here_refused_who_may_see_it_is_for_those_outside_too(refused, readers):
    said = replace(TOLD, kept_from=frozenset({LENA}), refused=frozenset(refused), urgent=True)

    assert who_may(Alert(ANA, said)) == who_may(Words(said)) == readers


SILENT = replace(TOLD, kept_from=frozenset({LENA}), urgent=True, waited=EVERYBODY)


@pytest.mark.parametrize(
    ("said", "readers"),
    [
        (SILENT, {PRIYA, JO} | OUTSIDE),
        (replace(SILENT, waited=EVERYBODY - 1), {PRIYA, JO}),
        (replace(SILENT, urgent=False), {PRIYA, JO}),
        (replace(SILENT, kept_from=frozenset({LENA, LEAD})), {PRIYA, JO, ADVOCACY}),
        (replace(SILENT, waited=0, told=frozenset({LEAD, PRIYA})), {PRIYA, JO, LEAD}),
        (replace(SILENT, waited=0, told=frozenset({LEAD}), picked=frozenset({ADVOCACY})), OUTSIDE),
    ],
)
def test_what_calls_at_once_and_nobody_takes_is_for_all_outside_and_stays_theirs(said, readers):
    assert who_may(Alert(ANA, said)) - {PRIYA, JO} == set(readers) - {PRIYA, JO}
    assert who_may(Words(said)) - {PRIYA, JO} == set(readers) - {PRIYA, JO}


@pytest.mark.parametrize(
    ("said", "why", "alone"),
    [
        (replace(TOLD, kept_from=HERE), "from_all", True),
        (replace(TOLD, kept_from=frozenset({JO})), "from_manager", False),
        (replace(TOLD, picked=frozenset({ADVOCACY})), "picked", True),
        (replace(TOLD, picked=frozenset({ADVOCACY, PRIYA})), "picked", False),
        (replace(TOLD, unclear=True), "unclear", True),
        (replace(TOLD, kept_from=frozenset({LENA}), refused=HERE - {LENA}), "nobody_can", True),
        (SILENT, "nobody_can", True),
    ],
)
def test_why_it_is_for_those_outside(said, why, alone):
    told = for_those_outside("c", said)

    assert told
    assert (told.why, told.alone) == (why, alone)


@pytest.mark.parametrize(
    ("why", "level", "says"),
    [
        ("from_all", "now", "from everybody in the house"),
        ("from_manager", "soon", "from a manager"),
        ("picked", "soon", "picked somebody outside"),
        ("unclear", "soon", "not clear whom"),
        ("called", "now", "The call is with those"),
        ("nobody_can", "soon", "nobody in the house can do it"),
    ],
)
def test_those_outside_are_told_at_once_or_soon_and_why(why, level, says):
    (alert,) = reached([], ToldOutside("c", why), NOON, person=Person("ana", "Ana"))

    assert (alert.kind, alert.level) == ("told_outside", level)
    assert says in alert.title


def test_where_a_call_rings_only_those_it_is_kept_from_all_outside_may_see_it():
    kept = replace(TOLD, kept_from=frozenset({PRIYA, LENA}), picked=frozenset({ADVOCACY}))

    assert for_those_outside_too("c", kept) == ToldOutside("c", "called", alone=True)
    assert who_may(Words(replace(kept, called=True))) == OUTSIDE
    assert for_those_outside_too("c", replace(TOLD, sent=False, kept_from=HERE)) is None


def test_whoever_was_called_at_once_already_is_not_told_again():
    alone, beside = ToldOutside("c", "from_all", alone=True), ToldOutside("c", "picked")

    assert is_called_already(alone, ["plan", "now"])
    assert not is_called_already(alone, ["today"])
    assert not is_called_already(beside, ["now"])


def test_a_disclosure_has_its_own_advice():
    assert "Listen. Do not question Ana" in " ".join(advice("Ana"))


def test_kept_from_one_of_two_managers_it_is_for_all_outside():
    two = Around("ana", HOUSE, Team(staff=HERE, managers=frozenset({JO, LENA}), outside=OUTSIDE))

    assert outside_readers(replace(TOLD, around=two, kept_from=frozenset({JO}))) == OUTSIDE


def test_who_left_it_unsent_is_seen_alone_and_not_rung():
    assert advice_where_left("Ana")[0] == "See Ana alone, today. Ask how they are."
