"""May this one see that, and why: the rule that pages, messages and promises ask."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checkin.agreements.meant_for import is_for_some, meant_for
from checkin.agreements.seeing import (
    May,
    MayNot,
    Why,
    as_it_stood,
    as_it_was,
    for_all_at,
    for_all_told,
    in_confidence,
    is_for_them,
    is_kept_alike,
    may_be_opened,
    may_know_that_it_waits,
    may_see,
)
from checkin.agreements.seen import (
    Alert,
    Around,
    CheckIn,
    Loop,
    OfAPerson,
    OfTheCircle,
    PrivateWords,
    Said,
    StaffMember,
    Team,
    ThePerson,
    Thing,
    Viewer,
    Words,
)
from checkin.agreements.will_see import WillSee, those_who_may, who_will_see
from checkin.conversation.flows.does import SeenBy

HOUSE = "willow court"
PRIYA, MARCUS, LENA, JO, RUTH = "priya", "marcus", "lena", "jo", "ruth"
EVERYONE = frozenset({PRIYA, MARCUS, LENA, JO, RUTH})
TEAM = Team(
    staff=EVERYONE,
    keyworker=PRIYA,
    cover=frozenset({MARCUS, LENA, JO}),
    word_cover=frozenset({MARCUS, LENA}),
    team_leads=frozenset({MARCUS}),
    managers=frozenset({JO}),
    owners=frozenset({RUTH}),
)
ANA = Around("ana", HOUSE, TEAM)


def staff(one: str, *houses: str) -> StaffMember:
    return StaffMember(one, frozenset(houses or (HOUSE,)))


def who_may(thing: Thing) -> frozenset[str]:
    return those_who_may(EVERYONE, thing, HOUSE)


@pytest.mark.parametrize(
    ("seen_by", "readers"),
    [
        ((), EVERYONE),
        (("staff_on_shift",), EVERYONE),
        (("staff_on_shift", "keyworker"), EVERYONE),
        (("keyworker",), {PRIYA}),
        (("keyworker", "team_lead"), {PRIYA, MARCUS}),
        (("owner", "manager"), {RUTH, JO}),
        (("cover",), {MARCUS, LENA, JO}),
        (("a word that nobody knows",), {JO}),
    ],
)
def test_what_was_said_is_read_by_those_the_flow_is_for(seen_by, readers):
    assert who_may(Words(Said(ANA, seen_by))) == readers


def test_what_came_from_a_device_that_is_not_hers_is_for_nobody_who_let_it_in():
    not_hers = Said(ANA, ("keyworker",), let_in_by=frozenset({PRIYA}))
    of_two = replace(not_hers, let_in_by=frozenset({PRIYA, JO}))

    for said in (not_hers, of_two):
        for thing in (CheckIn(said), Words(said), Loop(ANA, said), Alert(ANA, said)):
            assert not who_may(thing) & said.let_in_by
        assert not for_all_told(Alert(ANA, replace(said, seen_by=())))
    assert may_see(staff(PRIYA), CheckIn(not_hers)) == MayNot(Why.let_in)
    assert who_may(Words(not_hers)) == {JO}
    assert who_may(Words(of_two)) == EVERYONE - {PRIYA, JO}


def test_what_is_for_all_is_meant_for_each_and_all_are_told():
    for_all = Said(ANA, ("staff_on_shift",))

    assert meant_for(for_all) == EVERYONE
    assert for_all_told(Alert(ANA, for_all))
    assert not for_all_told(Alert(ANA, Said(ANA, ("who_i_pick",))))
    assert not for_all_told(Alert(ANA, for_all, for_outside=True))
    assert for_all_told(Alert(ANA, None))


def test_where_the_flow_names_nobody_who_is_here_managers_read_it_and_else_all():
    nobody = Team(staff=frozenset({LENA, JO}), managers=frozenset({JO}))

    assert meant_for(Said(Around("ana", HOUSE, nobody), ("keyworker",))) == {JO}
    no_manager = Team(staff=frozenset({LENA}))
    assert meant_for(Said(Around("ana", HOUSE, no_manager), ("keyworker",))) == {LENA}


def test_where_the_keyworker_works_here_no_more_managers_read_what_was_for_them():
    gone = Team(staff=frozenset({LENA, JO}), keyworker=PRIYA, managers=frozenset({JO}))

    assert meant_for(Said(Around("ana", HOUSE, gone), ("keyworker",))) == {JO}


def test_that_there_was_a_check_in_is_seen_by_all_who_work_here():
    assert who_may(CheckIn(Said(ANA, ("keyworker",)))) == EVERYONE


def test_who_was_told_of_an_alert_reads_what_it_came_from():
    said = Said(ANA, ("keyworker",), told=frozenset({LENA}))

    assert may_see(staff(LENA), Words(said)) == May(Why.told)
    assert who_may(Words(said)) == {PRIYA, LENA}


def test_who_opened_it_with_a_reason_reads_it_alone_and_only_that():
    said = Said(ANA, ("keyworker",))
    opened = Words(said, opened=frozenset({LENA}))

    assert may_see(staff(LENA), opened) == May(Why.opened)
    assert who_may(opened) == {PRIYA, LENA}
    assert who_may(Words(said)) == {PRIYA}
    assert who_may(Loop(ANA, said, opened=frozenset({LENA}))) == {PRIYA}
    assert not is_for_them(may_see(staff(LENA), opened))
    assert is_for_them(may_see(staff(PRIYA), opened))
    assert may_see(staff(LENA, "another house"), opened) == MayNot(Why.another_house)


def test_a_reason_opens_no_step_that_is_for_those_ana_picks():
    said = Said(ANA, ("keyworker",), picked=frozenset({PRIYA}), steps={"who": ("who_i_pick",)})
    opened = frozenset({LENA})

    assert may_see(staff(LENA), Words(said, "who", opened)) == MayNot(Why.not_picked)
    assert may_see(staff(LENA), Words(said, "food", opened)) == May(Why.opened)


@pytest.mark.parametrize(
    "apart",
    [
        {"kept_from": frozenset({MARCUS})},
        {"kept_from": frozenset({LENA})},
        {"unclear": True},
        {"seen_by": ("who_i_pick",), "picked": frozenset({PRIYA})},
        {"hurt": True},
        {"sent": False},
    ],
)
def test_what_ana_tells_in_confidence_no_reason_opens_not_even_when_it_was_open(apart):
    said = replace(Said(ANA, ("keyworker",)), **apart)
    there = may_see(staff(LENA), Words(said))

    assert isinstance(there, MayNot)
    assert not may_be_opened(said, there)
    assert may_see(staff(LENA), Words(said, opened=frozenset({LENA}))) == there


def test_where_she_may_read_it_there_is_nothing_to_open():
    said = Said(ANA, ("keyworker",))

    assert may_be_opened(said, may_see(staff(LENA), Words(said)))
    assert not may_be_opened(said, may_see(staff(PRIYA), Words(said)))
    assert is_for_some(said)
    assert not is_for_some(Said(ANA, ("staff_on_shift",)))
    assert is_for_some(Said(ANA, steps={"mood": ("keyworker",)}))


def test_a_step_may_be_for_others_than_its_flow():
    said = Said(ANA, ("staff_on_shift",), steps={"mood": ("keyworker",), "who": ("who_i_pick",)})

    assert who_may(Words(said, "sleep")) == EVERYONE
    assert who_may(Words(said, "each.1.mood")) == {PRIYA}
    assert who_may(Words(said, "who")) == EVERYONE  # nobody was picked
    assert who_may(Loop(ANA, said, "mood")) == {PRIYA}


def test_words_are_quoted_to_all_only_where_all_may_read_that_step():
    said = Said(ANA, ("staff_on_shift",), steps={"mood": ("keyworker",)})
    assert for_all_at(said, "food")
    assert not for_all_at(said, "mood")
    assert not for_all_at(replace(said, kept_from=frozenset({LENA})), "food")


def test_what_ana_tells_is_there_for_those_she_picks():
    told = Said(ANA, ("who_i_pick",), picked=frozenset({PRIYA, "advocate"}))

    for thing in (CheckIn(told), Words(told), Alert(ANA, told), Loop(ANA, told)):
        assert who_may(thing) == {PRIYA}, thing
    assert may_see(staff(JO), Words(told)) == MayNot(Why.not_picked)


def test_that_someone_hurt_ana_is_known_to_all_she_does_not_keep_it_from():
    hurt = Said(
        ANA, ("who_i_pick",), kept_from=frozenset({LENA}), picked=frozenset({PRIYA}), urgent=True
    )

    assert who_may(Alert(ANA, hurt)) == who_may(Words(hurt)) == EVERYONE - {LENA}


def test_picks_that_are_kept_from_as_well_leave_it_to_all_others():
    told = Said(ANA, ("who_i_pick",), kept_from=frozenset({PRIYA}), picked=frozenset({PRIYA}))

    assert who_may(Alert(ANA, told)) == EVERYONE - {PRIYA}


def test_a_telling_by_text_that_picked_nobody_is_for_the_managers_and_never_for_all():
    told = Said(ANA, ("who_i_pick",), on_pages=False)

    for thing in (CheckIn(told), Words(told), Alert(ANA, told), Loop(ANA, told)):
        assert who_may(thing) == ANA.team.managers, thing
    assert who_may(Words(replace(told, picked=frozenset({PRIYA})))) == {PRIYA}
    assert who_may(Alert(ANA, replace(told, urgent=True))) == EVERYONE


def test_a_telling_is_nowhere_before_it_is_sent():
    begun = Said(ANA, ("who_i_pick",), sent=False)

    assert who_may(CheckIn(begun)) == who_may(Words(begun)) == frozenset()
    assert may_see(staff(JO), CheckIn(begun)) == MayNot(Why.not_sent)
    assert may_see(ThePerson("ana"), Words(begun)) == May(Why.own)


def test_help_pressed_in_the_middle_of_a_telling_is_known_to_all():
    begun = Said(ANA, ("who_i_pick",), kept_from=frozenset({MARCUS}), sent=False)

    assert may_see(staff(MARCUS), Alert(ANA, begun, calls_for_help=True)) == May(Why.help)
    assert who_may(Alert(ANA, begun, calls_for_help=True)) == EVERYONE


def test_an_alert_reaches_all_here_whoever_the_answers_are_for():
    assert who_may(Alert(ANA, Said(ANA, ("keyworker",)))) == EVERYONE
    assert who_may(Alert(ANA)) == EVERYONE


def test_what_an_answer_for_some_raised_is_for_them_and_for_whom_its_ladder_asked():
    said = Said(ANA, ("keyworker",))
    alert = Alert(ANA, said, asked=frozenset({MARCUS}))

    assert who_may(alert) == {PRIYA, MARCUS}
    assert who_may(replace(alert, said=replace(said, told=frozenset({JO})))) == {
        PRIYA,
        MARCUS,
        JO,
    }
    assert may_see(staff(LENA), alert) == MayNot(Why.for_others)
    assert who_may(replace(alert, calls_for_help=True)) == EVERYONE


@pytest.mark.parametrize(
    "said",
    [
        Said(ANA, ("staff_on_shift",)),
        Said(ANA, ("keyworker",), steps={"food": ("staff_on_shift",)}),
    ],
)
def test_what_an_answer_raised_that_all_may_read_is_for_all(said):
    assert who_may(Alert(ANA, said, asked=frozenset({PRIYA}))) == EVERYONE


def test_what_became_of_words_is_seen_by_those_they_are_for_and_who_does_it():
    said = Said(ANA, ("keyworker",))

    assert who_may(Loop(ANA, said, concerns=frozenset({RUTH}))) == {PRIYA, RUTH}
    assert who_may(Loop(ANA, replace(said, told=frozenset({LENA})))) == {PRIYA, LENA}
    assert who_may(Loop(ANA)) == EVERYONE


def test_a_manager_acts_on_words_for_others_while_they_are_open_with_a_reason():
    said = Said(ANA, ("keyworker",))
    opened = Loop(ANA, said, opened=frozenset({JO}))

    assert may_see(staff(JO), opened) == May(Why.opened)
    assert may_see(staff(JO), replace(opened, concerns=frozenset({JO}))) == May(Why.for_them)
    hurt = replace(opened, said=replace(said, hurt=True))
    assert may_see(staff(JO), hurt) == MayNot(Why.for_others)


def test_a_manager_alone_knows_that_words_for_others_wait():
    said = Said(ANA, ("keyworker",))
    waits = Loop(ANA, said)

    assert may_know_that_it_waits(staff(JO), waits)
    assert not may_know_that_it_waits(staff(LENA), waits)
    assert not may_know_that_it_waits(ThePerson(JO), waits)
    assert not may_know_that_it_waits(staff(JO), Loop(ANA))
    assert not may_know_that_it_waits(staff(JO), replace(waits, concerns=frozenset({JO})))
    apart = replace(said, seen_by=("who_i_pick",), picked=frozenset({PRIYA}))
    assert not may_know_that_it_waits(staff(JO), Loop(ANA, apart))


def test_the_secret_word_is_read_by_cover_and_managers():
    assert who_may(PrivateWords(ANA)) == {MARCUS, LENA, JO}
    assert may_see(staff(PRIYA), PrivateWords(ANA)) == MayNot(Why.not_on_cover)


def test_another_person_and_the_circle_see_nothing_of_it():
    assert may_see(ThePerson("dev"), OfAPerson(ANA)) == MayNot(Why.somebody_elses)
    assert may_see(OfTheCircle("mum", "ana"), OfAPerson(ANA)) == MayNot(Why.not_shared)
    assert may_see(staff(LENA), OfAPerson(ANA)) == May(Why.works_here)


@pytest.mark.parametrize(
    ("seen_by", "told"),
    [
        (("keyworker",), WillSee((PRIYA,))),
        (("keyworker", "team_lead"), WillSee((PRIYA, MARCUS))),
        (("owner", "manager"), WillSee((JO, RUTH))),
        (("staff_on_shift", "keyworker"), WillSee((PRIYA, LENA), others=True)),
        (("who_i_pick",), WillSee(picked=True)),
    ],
)
def test_ana_is_told_who_will_see_by_the_rule_that_lets_them_in(seen_by, told):
    assert who_will_see(Said(ANA, seen_by), (LENA,)) == told


def test_what_was_told_to_some_alone_is_in_confidence():
    assert in_confidence(Said(ANA, ("who_i_pick",)))
    assert in_confidence(Said(ANA, ("keyworker",), kept_from=frozenset({LENA})))
    assert not in_confidence(Said(ANA, ("keyworker",)))


# Whatever happens

briefly = settings(max_examples=40)
somebody = st.sampled_from(sorted(EVERYONE))
some_staff = st.frozensets(somebody)
words = st.lists(st.sampled_from([*get_args(SeenBy), "nonsense"]), max_size=3).map(tuple)
teams = st.builds(
    Team,
    staff=st.just(EVERYONE),
    keyworker=st.none() | somebody,
    cover=some_staff,
    word_cover=some_staff,
    team_leads=some_staff,
    managers=some_staff,
    owners=some_staff,
)
arounds = st.builds(Around, st.just("ana"), st.just(HOUSE), teams)
saids = st.builds(
    Said,
    arounds,
    words,
    kept_from=some_staff,
    picked=some_staff,
    sent=st.booleans(),
    urgent=st.booleans(),
    told=some_staff,
    steps=st.dictionaries(st.sampled_from(["mood", "who"]), words),
)
steps = st.sampled_from(["", "mood", "each.2.who"])
of_what_was_said = st.one_of(
    st.builds(CheckIn, saids),
    st.builds(Words, saids, steps),
    st.builds(Alert, arounds, saids),
    st.builds(Loop, arounds, saids, steps, some_staff),
)
things = st.one_of(
    of_what_was_said,
    st.builds(OfAPerson, arounds),
    st.builds(PrivateWords, arounds),
    st.builds(Alert, arounds, st.none() | saids, st.booleans()),
    st.builds(Loop, arounds, st.none(), steps, some_staff),
)
viewers: st.SearchStrategy[Viewer] = st.one_of(
    st.builds(StaffMember, somebody, st.frozensets(st.sampled_from([HOUSE, "oak lane"]))),
    st.builds(ThePerson, st.sampled_from(["ana", "dev"])),
    st.builds(OfTheCircle, st.just("mum"), st.just("ana")),
)


@briefly
@given(of_what_was_said, somebody)
def test_whatever_they_are_here_whom_it_is_kept_from_never_sees_it(thing, one):
    said = thing.said

    if one in said.kept_from:
        assert isinstance(may_see(staff(one), thing), MayNot)


@briefly
@given(viewers, things)
def test_whoever_asks_there_is_an_answer_with_its_reason(viewer, thing):
    answer = may_see(viewer, thing)

    assert isinstance(answer, May | MayNot)
    assert str(answer.why).endswith(".")


@briefly
@given(things, somebody)
def test_whatever_it_is_a_manager_of_another_house_never_sees_it(thing, one):
    assert may_see(staff(one, "oak lane"), thing) == MayNot(Why.another_house)


@briefly
@given(arounds, st.none() | saids)
def test_whatever_is_kept_a_call_for_help_is_there_for_all(around, said):
    assert who_may(Alert(around, said, calls_for_help=True)) == EVERYONE


@briefly
@given(arounds, saids)
@example(ANA, Said(ANA, (), kept_from=frozenset({LENA})))
@example(ANA, Said(ANA, ("who_i_pick",), picked=frozenset({LENA}), sent=True))
def test_whatever_it_is_an_alert_for_all_is_there_for_each(around, said):
    alert = Alert(around, said)

    if for_all_told(alert):
        assert those_who_may(EVERYONE, alert, around.house) == EVERYONE


@briefly
@given(arounds, saids)
def test_whatever_is_picked_an_alert_is_there_for_someone_it_is_not_kept_from(around, said):
    may = who_may(Alert(around, said))

    assert bool(may) == bool(EVERYONE - said.kept_from)


@briefly
@given(saids)
def test_whoever_reads_the_words_also_sees_that_there_is_a_check_in(said):
    assert who_may(Words(said)) <= who_may(CheckIn(said))


@briefly
@given(saids, st.lists(somebody, max_size=2))
def test_whoever_ana_is_told_of_may_see_it_and_nobody_else_is_passed_over(said, on_cover):
    before = Said(said.around, said.seen_by)

    told = who_will_see(before, on_cover)

    may = who_may(Words(before))
    if not told.picked:
        assert set(told.named) <= may
        assert told.others == bool(may - set(told.named))


@briefly
@given(saids)
def test_whatever_a_flow_says_its_answers_are_for_someone(said):
    assert meant_for(said)


def test_what_keeps_out_nobody_else_is_kept_alike() -> None:
    said = Said(ANA, ("who_i_pick",), kept_from=frozenset({LENA, JO}))

    assert is_kept_alike(said, (LENA,), unclear=False)
    assert not is_kept_alike(said, (LENA, PRIYA), unclear=False)
    assert not is_kept_alike(said, (), unclear=True)


NOON = datetime(2026, 10, 20, 12, tzinfo=UTC)


def begun_and_told(seen_by: tuple[str, ...]) -> Said:
    """What Ana began, and in it told that Priya hit her."""
    kept = {"kept_from": frozenset({PRIYA}), "hurt": True, "hurt_since": NOON}
    return Said(ANA, seen_by, **kept, told_later=True, begun=True)


def test_that_it_was_begun_stands_for_whom_words_in_it_name_and_the_words_do_not():
    said = begun_and_told(("keyworker",))

    assert who_may(CheckIn(said)) == EVERYONE
    assert PRIYA in who_may(Words(said, page=True))
    assert PRIYA not in who_may(Words(said))
    assert PRIYA not in who_may(
        CheckIn(replace(said, begun=False, told_later=False))
    )  # once it is sent


def test_what_was_sent_before_she_told_of_priya_in_it_stands_for_priya_too():
    said = replace(begun_and_told(("keyworker",)), begun=False, around=AROUND_PRIYA)
    before, then = (as_it_was(said, NOON - timedelta(minutes=one)) for one in (1, 0))

    assert PRIYA in who_may(CheckIn(said))
    assert PRIYA in who_may(Words(said, page=True))
    assert PRIYA in who_may(Words(before))
    assert PRIYA not in who_may(Words(then))
    assert PRIYA not in who_may(CheckIn(then))


def test_a_reason_opens_what_was_sent_before_it_and_not_what_was_told_then():
    said = replace(begun_and_told(("keyworker",)), begun=False, around=AROUND_PRIYA)
    stood = as_it_stood(said)

    assert may_be_opened(stood, MayNot(Why.for_others))
    assert not may_be_opened(said, MayNot(Why.for_others))
    assert JO in who_may(Words(said, opened=frozenset({JO}), page=True))


def test_a_telling_to_those_ana_picks_stands_for_nobody_while_it_is_begun():
    assert PRIYA not in who_may(CheckIn(begun_and_told(("who_i_pick",))))


def test_what_came_before_she_told_of_priya_stays_as_it_was_for_priya():
    said = begun_and_told(("staff_on_shift",))
    before, then = (as_it_was(said, NOON - timedelta(minutes=one)) for one in (1, 0))

    assert PRIYA in who_may(Loop(ANA, before))
    assert PRIYA not in who_may(Loop(ANA, then))
    assert as_it_was(Said(ANA), NOON) == Said(ANA)


def test_what_came_before_it_in_what_is_not_sent_is_opened_with_no_reason():
    """Whoever leads and was not asked opens words for some; of what is begun, nothing."""
    week = replace(begun_and_told(("keyworker",)), around=AROUND_PRIYA)
    before = as_it_was(week, NOON - timedelta(minutes=1))
    sent = replace(
        week, kept_from=frozenset(), hurt=False, hurt_since=None, begun=False, told_later=False
    )

    assert JO in who_may(Loop(AROUND_PRIYA, sent, opened=frozenset({JO})))
    assert JO not in who_may(Loop(AROUND_PRIYA, before, opened=frozenset({JO})))


AROUND_PRIYA = replace(ANA, team=replace(ANA.team, keyworker=PRIYA))


def test_a_cry_of_nobody_that_tells_of_marcus_is_there_for_all_but_him():
    cry = Alert(replace(ANA, person=""), tells_of=frozenset({MARCUS}))

    assert may_see(staff(MARCUS), cry) == MayNot(Why.kept)
    assert who_may(cry) == EVERYONE - {MARCUS}
    assert may_see(staff(MARCUS), replace(cry, tells_of=frozenset())) == May(Why.works_here)
