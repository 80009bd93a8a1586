"""Marcus texts back: he takes the alert he was told of, and nobody takes him for somebody else."""

import pytest

from checkin import clock
from checkin.actions.add_staff import add_staff
from checkin.actions.call_for_help import call_for_help
from checkin.storage import people, which_alerts
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow, HeardRow, HouseRow, new_id
from checkin.storage.transaction import kept_together
from tests.conftest import PASSWORD, World
from tests.journeys.doors import JO, LENA, MARCUS, Desk, Phone
from tests.journeys.records import alerts, kept, steps

TUESDAY = "2026-10-20"
MISSED = "Dev did not answer: arrive, due 10:00."
HAS_IT = f"You have it: {MISSED} Close it on the page."
PRIYA = "+447700900101"
LEADS_READ = "This takes no alert. Team leads can read it on the page. In danger? Ring 999."


@pytest.fixture
def missed(world: World) -> World:
    """Dev left in time and did not say that he is there: Marcus was texted at 10:20."""
    Phone(world).text(f"{TUESDAY} 09:16", "OK")
    world.go_to(f"{TUESDAY} 10:21")
    return world


def only(world: World) -> AlertRow:
    (found,) = alerts(world)
    return found


def test_ok_got_it_takes_the_alert(missed: World):
    Phone(missed, MARCUS).text(f"{TUESDAY} 10:22", "ok got it")

    alert = only(missed)
    assert (alert.state, alert.taken_by) == ("claimed", missed.cast.marcus)
    assert steps(missed, alert)[-1] == ("Tue 10:22:00", "taken", "Marcus has it.")
    assert missed.texts(MARCUS)[-1] == HAS_IT


def test_got_it_takes_the_call_for_help_nobody_has_and_not_what_jo_has(missed: World):
    newer, cried = Phone(missed, MARCUS), Phone(missed)
    cried.text(f"{TUESDAY} 10:20:30", "HELP")
    Desk(missed, "jo").take("Dev did not answer")
    missed.go_to(f"{TUESDAY} 10:22")

    for second in ("10", "30"):
        newer.text(f"{TUESDAY} 10:22:{second}", "got it")

    call = next(one for one in alerts(missed) if one.kind == "help_or_not_ok")
    assert call.taken_by == missed.cast.marcus
    assert [kind for _, kind, _ in steps(missed, call)].count("taken") == 1
    assert all(CRIED in one for one in missed.texts(MARCUS)[-2:])


def test_whoever_says_so_again_still_has_it(missed: World):
    for minute in (22, 23):
        Phone(missed, MARCUS).text(f"{TUESDAY} 10:{minute}", "mine")

    assert [kind for _, kind, _ in steps(missed, only(missed))].count("taken") == 1
    assert missed.texts(MARCUS)[-2:] == [HAS_IT, HAS_IT]


def test_thanks_behind_a_refusal_take_nothing_until_they_are_told_again(missed: World):
    phone = Phone(missed, MARCUS)
    phone.text(f"{TUESDAY} 10:22", "cant do it")
    for second in ("20", "40"):
        phone.text(f"{TUESDAY} 10:22:{second}", "ok thanks")

    assert only(missed).taken_by is None
    assert missed.texts(MARCUS)[-1] == LEADS_READ


def test_who_cannot_do_it_gives_it_back_by_text_and_another_is_told(missed: World):
    phone = Phone(missed, MARCUS)
    phone.text(f"{TUESDAY} 10:22", "ok got it")
    before = len(missed.sent)

    phone.text(f"{TUESDAY} 10:23", "sorry cant do it")
    phone.text(f"{TUESDAY} 10:24", "cant do it")

    alert = only(missed)
    assert (alert.state, alert.taken_by, alert.step) == ("open", None, 2)  # he leads the team too
    assert [kind for _, kind, _ in steps(missed, alert)].count("given_back") == 1
    new = [(one.number, one.body) for one in missed.sent[before:]]
    told = [number for number, body in new if "Take it" in body]
    assert len(told) == 1
    assert told != [MARCUS]
    said = [body for number, body in new if number == MARCUS]
    named = {PRIYA: "Priya", LENA: "Lena", JO: "Jo"}[told[0]]
    assert said == [
        f"OK. We are telling {named} now: {MISSED}",
        f"We have asked {named} already: {MISSED}",
    ]


def test_who_cannot_do_it_gives_it_back_on_the_page_once(missed: World):
    jo = Desk(missed, "jo")
    jo.take("Dev did not answer")
    old = jo.page

    jo.press("/give-back")
    jo.page = old
    jo.press("/give-back")

    assert only(missed).taken_by is None
    assert [kind for _, kind, _ in steps(missed, only(missed))].count("given_back") == 1
    assert "cannot do it" in jo.words
    assert "I will take it" in jo.words


def test_given_back_by_who_does_not_have_it_the_page_says_who_has(missed: World):
    jo, lena = Desk(missed, "jo"), Desk(missed, "lena")
    jo.take("Dev did not answer")
    lena.follow("Dev did not answer")
    token = lena.page.forms  # any form of hers carries the token of her session

    answer = lena.client.post(
        f"/staff/alerts/{only(missed).id}/give-back",
        data=next(iter(token.values())).fields,
    )

    assert answer.status_code == 409
    assert "Jo has it since 10:21." in answer.get_data(as_text=True)
    assert only(missed).taken_by == missed.cast.jo


CRIED = "Dev asked for help or is not OK."
WHICH_NOT = "Which one can you not do? Text: cant do, and the name. Or: cant do both."
WHICH_NOT_LINK = "Which one can you not do? Open its link. Or text: cant do both."
ASKED_TOO = f"OK. We are asking Jo too: {MISSED}"


@pytest.mark.parametrize("words", ["cant do it", "no", "im busy can someone else"])
def test_who_alone_was_told_and_cannot_sends_it_on_at_once(missed: World, words: str):
    Phone(missed, MARCUS).text(f"{TUESDAY} 10:22", words)

    alert = only(missed)
    assert (alert.state, alert.taken_by) == ("open", None)
    assert steps(missed, alert)[-2][1:] == ("given_back", "Marcus cannot do it.")
    told = [one.number for one in missed.sent if MISSED in one.body and "Take it" in one.body]
    assert told == [MARCUS, JO]
    assert missed.texts(MARCUS)[-1] == ASKED_TOO


def test_no_twice_sends_it_on_once_and_is_answered_truly_twice(missed: World):
    for minute in (22, 23):
        Phone(missed, MARCUS).text(f"{TUESDAY} 10:{minute}", "no")

    kinds = [kind for _, kind, _ in steps(missed, only(missed))]
    assert (kinds.count("telling"), kinds.count("given_back")) == (2, 1)
    assert missed.texts(MARCUS)[-2:] == [
        ASKED_TOO,
        f"We have asked Jo already: {MISSED}",
    ]


def test_who_refused_may_still_take_it(missed: World):
    Phone(missed, MARCUS).text(f"{TUESDAY} 10:22", "no")
    Phone(missed, MARCUS).text(f"{TUESDAY} 10:23", "ok got it")

    assert only(missed).taken_by == missed.cast.marcus
    assert missed.texts(MARCUS)[-1] == HAS_IT


def test_no_of_one_of_two_leaves_it_with_the_other(world: World):
    Phone(world).text(f"{TUESDAY} 08:50", "HELP")
    Phone(world, MARCUS).text(f"{TUESDAY} 08:50:30", "no")

    cried = "Dev asked for help or is not OK."
    assert only(world).step == 0
    assert world.texts(MARCUS)[-1] == f"OK. We are asking Lena too: {cried}"
    Phone(world, LENA).text(f"{TUESDAY} 08:50:45", "no")
    assert only(world).step == 1
    assert world.texts(LENA)[-1] == f"OK. We are asking Jo too: {cried}"


def test_no_to_what_jo_has_already_says_so(missed: World):
    Desk(missed, "jo").take("Dev did not answer")
    Phone(missed, MARCUS).text(f"{TUESDAY} 10:22", "no")

    assert missed.texts(MARCUS)[-1] == f"Jo has it already: {MISSED}"
    assert only(missed).taken_by == missed.cast.jo


def test_when_everybody_refused_the_last_reads_who_is_asked_again(world: World):
    with world.app.app_context(), kept_together():
        for one in (world.cast.safeguarding, world.cast.advocacy):
            staff_kept.change(one, active=False)
    Phone(world).text(f"{TUESDAY} 08:50", "HELP")
    for minute, phone in enumerate((MARCUS, LENA, JO, PRIYA), 1):
        Phone(world, phone).text(f"{TUESDAY} 08:50:{10 * minute}", "no sorry")
    before = len(world.sent)
    world.go_to(f"{TUESDAY} 09:10")

    assert world.texts(PRIYA)[-1] == (
        f"Everybody here was asked. We will ask Jo, Lena and Marcus again: {CRIED} In danger? Ring 999."
    )
    assert {one.number for one in world.sent[before:] if CRIED in one.body} == {
        MARCUS,
        LENA,
        JO,
        PRIYA,
    }


def test_who_alone_can_be_told_and_cannot_is_told_so_and_told_again_in_time(missed: World):
    cast = missed.cast
    with missed.app.app_context(), kept_together():
        for one in (cast.priya, cast.jo, cast.lena, cast.safeguarding, cast.advocacy):
            staff_kept.change(one, active=False)
    Phone(missed, MARCUS).text(f"{TUESDAY} 10:22", "no")

    assert missed.texts(MARCUS)[-1] == (
        f"Nobody else here can be asked. We will tell you again: {MISSED} In danger? Ring 999."
    )
    before = len(missed.sent)
    missed.go_to(f"{TUESDAY} 10:30")
    assert MARCUS in [one.number for one in missed.sent[before:]]


def test_the_list_says_who_is_told_next_and_not_who_refused(world: World):
    Phone(world).text(f"{TUESDAY} 10:22", "HELP")
    Phone(world, JO).text(f"{TUESDAY} 10:22:30", "no")
    jo = Desk(world, "lena")

    assert "Jo is told" in jo.open("/staff/")


def test_whoever_was_told_before_is_told_again_as_the_list_says(world: World):
    Phone(world).text(f"{TUESDAY} 10:22", "HELP")
    lena = Desk(world, "lena")
    assert "Jo is told at 10:24." in lena.open("/staff/")

    world.go_to(f"{TUESDAY} 10:25")
    assert "Jo is told again at" in lena.open("/staff/")


def test_of_three_open_alerts_two_are_named_and_the_third_is_counted(missed: World):
    phone = Phone(missed)
    phone.text(f"{TUESDAY} 10:22", "call me")
    phone.text(f"{TUESDAY} 10:23", "HELP")
    Phone(missed, MARCUS).text(f"{TUESDAY} 10:24", "1")

    assert missed.texts(MARCUS)[-1].startswith("Which one? Text 1, 2 or all, or open its link.")
    assert missed.texts(MARCUS)[-1].endswith(" And 1 more: http://localhost/staff/")


def test_the_second_is_told_who_was_first(missed: World):
    jo = Desk(missed, "jo")
    jo.take("Dev did not answer")
    Phone(missed, MARCUS).text(f"{TUESDAY} 10:22", "taking it")

    assert only(missed).taken_by == missed.cast.jo
    assert missed.texts(MARCUS)[-1] == f"Jo has it already: {MISSED}"


def test_of_two_open_alerts_none_is_taken_and_both_are_named(missed: World):
    Phone(missed).text(f"{TUESDAY} 10:22", "HELP")
    Phone(missed, MARCUS).text(f"{TUESDAY} 10:23", "1")

    assert {one.state for one in alerts(missed)} == {"open"}
    link = {one.title: f"http://localhost/staff/alerts/{one.id}" for one in alerts(missed)}
    cried = "Dev asked for help or is not OK."
    assert missed.texts(MARCUS)[-1] == (
        f"Which one? Text 1, 2 or all, or open its link. 1: {cried} {link[cried]} 2: {MISSED} {link[MISSED]}"
    )


def test_of_many_open_alerts_the_call_for_help_is_named_first(missed: World):
    Phone(missed).text(f"{TUESDAY} 10:22", "call me")
    Phone(missed).text(f"{TUESDAY} 10:22:30", "HELP")
    missed.go_to(f"{TUESDAY} 10:27")  # nobody took "call me": it is told again
    with missed.app.app_context():
        told = which_alerts.told_to(missed.cast.marcus)
    Phone(missed, MARCUS).text(f"{TUESDAY} 10:27:30", "ok got it")

    assert told[-1][0].level == "soon"  # what he was told of last
    assert missed.texts(MARCUS)[-1].startswith(
        f"Which one? Text 1, 2 or all, or open its link. 1: {CRIED} "
    )


def test_no_to_two_open_alerts_refuses_none_and_asks_which(missed: World):
    Phone(missed).text(f"{TUESDAY} 10:22", "HELP")
    before = len(missed.sent)
    for second in ("00", "10"):
        Phone(missed, MARCUS).text(f"{TUESDAY} 10:23:{second}", "no")

    new = [(one.number, one.body) for one in missed.sent[before:]]
    link = {one.title: f"http://localhost/staff/alerts/{one.id}" for one in alerts(missed)}
    asked = f"{WHICH_NOT_LINK} {CRIED} {link[CRIED]} {MISSED} {link[MISSED]}"
    assert new == [(MARCUS, asked)] * 2
    Phone(missed, MARCUS).text(f"{TUESDAY} 10:23:20", "i cant do the help one")
    assert missed.texts(MARCUS)[-1] == f"OK. We are asking Lena too: {CRIED}"


STILL_HAS = (
    "You have it: {} http://localhost/staff/alerts/{} Write there what you did. Then close it."
)
ANA_CRIED = "Ana asked for help or is not OK."


@pytest.fixture
def both_cried(world: World) -> World:
    """Dev texts HELP, Ana presses Help, and Marcus cannot do it: he is asked which one."""
    Phone(world).text(f"{TUESDAY} 08:50", "HELP")
    world.go_to(f"{TUESDAY} 08:50:10")
    with world.app.app_context():
        call_for_help(world.cast.ana, clock.now())
    Phone(world, MARCUS).text(f"{TUESDAY} 08:50:20", "cant do it")
    return world


@pytest.mark.parametrize("words", ["all sorted he is home", "i rang them theyre fine"])
def test_who_has_both_reads_where_each_is_closed(both_cried: World, words: str):
    Phone(both_cried, LENA).text(f"{TUESDAY} 08:51", "ok both")
    for second in ("00", "30"):
        Phone(both_cried, LENA).text(f"{TUESDAY} 08:52:{second}", words)

    link = {one.title: f"http://localhost/staff/alerts/{one.id}" for one in alerts(both_cried)}
    both = f"{ANA_CRIED} {link[ANA_CRIED]} {CRIED} {link[CRIED]}"
    answer = f"You have these. Write there what you did. Then close it. {both}"
    assert both_cried.texts(LENA)[-2:] == [answer, answer]


def refused(world: World) -> list[str]:
    """Return which alerts Marcus refused."""
    return [
        one.title
        for one in alerts(world)
        if "Marcus cannot do it." in [words for _, _, words in steps(world, one)]
    ]


def test_of_two_who_cried_a_name_says_which_and_not_the_help_one(both_cried: World):
    asked = f"{WHICH_NOT} {ANA_CRIED} {CRIED}"
    Phone(both_cried, MARCUS).text(f"{TUESDAY} 08:50:40", "cant do the help one")

    assert both_cried.texts(MARCUS)[-2:] == [asked, asked]
    assert refused(both_cried) == []


@pytest.mark.parametrize("words", ["dev", "the dev one", "Dev please", "cant do dev"])
def test_a_name_answers_our_question(both_cried: World, words: str):
    Phone(both_cried, MARCUS).text(f"{TUESDAY} 08:51", words)

    assert refused(both_cried) == [CRIED]
    assert both_cried.texts(MARCUS)[-1] == f"OK. We are asking Lena too: {CRIED}"


@pytest.mark.parametrize("words", ["both", "Both of them", "cant do either", "cant do both sorry"])
def test_both_answers_our_question_and_each_goes_on(both_cried: World, words: str):
    Phone(both_cried, MARCUS).text(f"{TUESDAY} 08:51", words)

    assert sorted(refused(both_cried)) == [ANA_CRIED, CRIED]
    assert both_cried.texts(MARCUS)[-2:] == [
        f"OK. We are asking Lena too: {ANA_CRIED}",
        f"OK. We are asking Lena too: {CRIED}",
    ]


def test_ok_both_after_which_one_they_cannot_do_refuses_nothing_and_said_again_takes_each(
    both_cried: World,
):
    marcus = Phone(both_cried, MARCUS)
    marcus.text(f"{TUESDAY} 08:51", "ok both")

    assert refused(both_cried) == []
    assert both_cried.texts(MARCUS)[-1].startswith(
        "Which one? Text 1, 2 or all, or open its link. "
    )
    marcus.text(f"{TUESDAY} 08:51:10", "ok both")
    assert [one.taken_by for one in alerts(both_cried)] == [both_cried.cast.marcus] * 2
    assert both_cried.texts(MARCUS)[-2:] == [
        f"You have it: {ANA_CRIED} Close it on the page.",
        f"You have it: {CRIED} Close it on the page.",
    ]


def test_ok_and_a_name_after_which_one_they_cannot_do_takes_that_one(both_cried: World):
    Phone(both_cried, MARCUS).text(f"{TUESDAY} 08:51", "ok ana")

    assert refused(both_cried) == []
    assert [one.title for one in alerts(both_cried) if one.taken_by] == [ANA_CRIED]


def test_a_name_after_a_refusal_of_the_other_takes_nothing(both_cried: World):
    for second, words in (("00", "ok"), ("10", "cant do ana"), ("20", "dev")):
        Phone(both_cried, MARCUS).text(f"{TUESDAY} 08:51:{second}", words)

    assert refused(both_cried) == [ANA_CRIED]
    assert [one.taken_by for one in alerts(both_cried)] == [None, None]


@pytest.mark.parametrize("words", ["both", "ok both", "all of them"])
def test_who_says_both_after_which_one_has_both(missed: World, words: str):
    Phone(missed).text(f"{TUESDAY} 10:22", "HELP")
    for second, said in (("00", "ok"), ("10", words)):
        Phone(missed, MARCUS).text(f"{TUESDAY} 10:23:{second}", said)

    assert [one.taken_by for one in alerts(missed)] == [missed.cast.marcus] * 2


def test_which_one_gets_the_list_again(both_cried: World):
    Phone(both_cried, MARCUS).text(f"{TUESDAY} 08:51", "which one")

    assert both_cried.texts(MARCUS)[-1] == f"{WHICH_NOT} {ANA_CRIED} {CRIED}"


def test_a_name_long_after_our_question_is_no_answer_to_it(both_cried: World):
    Phone(both_cried, MARCUS).text(f"{TUESDAY} 09:00:21", "dev")

    assert refused(both_cried) == []
    assert both_cried.texts(MARCUS)[-1] == LEADS_READ


def test_a_name_after_they_took_it_gives_nothing_back(both_cried: World):
    marcus = Phone(both_cried, MARCUS)
    marcus.text(f"{TUESDAY} 08:51", "got dev")
    marcus.text(f"{TUESDAY} 08:51:10", "dev")

    assert refused(both_cried) == []
    (dev,) = (one for one in alerts(both_cried) if one.title == CRIED)
    assert both_cried.texts(MARCUS)[-1] == STILL_HAS.format(CRIED, dev.id)


def test_who_has_it_reads_how_to_close_it_and_thanks_says_nothing_new(both_cried: World):
    marcus = Phone(both_cried, MARCUS)
    marcus.text(f"{TUESDAY} 08:51", "got dev")
    (dev,) = (one for one in alerts(both_cried) if one.title == CRIED)
    due = dev.next_at
    for second, words in enumerate(("all sorted he is home", "i rang him he is fine")):
        marcus.text(f"{TUESDAY} 08:52:0{second}", words)
        assert both_cried.texts(MARCUS)[-1] == STILL_HAS.format(CRIED, dev.id)
        assert words not in str(
            steps(both_cried, dev)
        )  # more read that than may know whom they are of
    so_far = both_cried.texts(MARCUS)
    marcus.text(f"{TUESDAY} 08:53", "thanks")

    assert both_cried.texts(MARCUS) == so_far
    (dev,) = (one for one in alerts(both_cried) if one.title == CRIED)
    assert (dev.state, dev.next_at) == ("claimed", due)


@pytest.mark.parametrize("words", ["lena hit him", "he says lena was late", "dev is with jo"])
def test_what_names_staff_stands_on_no_alert(both_cried: World, words: str):
    marcus = Phone(both_cried, MARCUS)
    marcus.text(f"{TUESDAY} 08:51", "got dev")
    marcus.text(f"{TUESDAY} 08:52", words)

    assert "You have it" not in both_cried.texts(MARCUS)[-1]
    for one in alerts(both_cried):
        assert not any(words in said for _, _, said in steps(both_cried, one))


def test_of_several_he_has_what_names_none_is_of_each(both_cried: World):
    marcus = Phone(both_cried, MARCUS)
    marcus.text(f"{TUESDAY} 08:51", "ok ana")
    marcus.text(f"{TUESDAY} 08:51:10", "ok dev")
    marcus.text(f"{TUESDAY} 08:52", "all sorted")
    assert both_cried.texts(MARCUS)[-1].startswith("You have these. Write there what you did.")

    marcus.text(f"{TUESDAY} 08:53", "i will take both")
    assert set(both_cried.texts(MARCUS)[-2:]) == {
        f"You have it: {one} Close it on the page." for one in (CRIED, ANA_CRIED)
    }


def test_the_number_of_our_list_takes_that_one(world: World):
    Phone(world).text(f"{TUESDAY} 08:50", "HELP")
    world.go_to(f"{TUESDAY} 08:50:10")
    with world.app.app_context():
        call_for_help(world.cast.ana, clock.now())
    Phone(world, MARCUS).text(f"{TUESDAY} 08:50:20", "ok got it")
    assert world.texts(MARCUS)[-1].startswith(
        "Which one? Text 1, 2 or all, or open its link. 1: Ana"
    )
    Phone(world, MARCUS).text(f"{TUESDAY} 08:50:40", "2")

    assert world.texts(MARCUS)[-1] == f"You have it: {CRIED} Close it on the page."
    Phone(world, MARCUS).text(f"{TUESDAY} 09:10", "2")
    assert world.texts(MARCUS)[-1].startswith(f"You have it: {CRIED} http")


@pytest.mark.parametrize("second", ["2", "ok 2", "all", "both"])
def test_after_the_first_of_our_list_the_second_takes_the_other(world: World, second: str):
    Phone(world).text(f"{TUESDAY} 08:50", "HELP")
    world.go_to(f"{TUESDAY} 08:50:10")
    with world.app.app_context():
        call_for_help(world.cast.ana, clock.now())
    Phone(world, MARCUS).text(f"{TUESDAY} 08:50:20", "ok got it")
    Phone(world, MARCUS).text(f"{TUESDAY} 08:50:40", "1")
    assert world.texts(MARCUS)[-1] == f"You have it: {ANA_CRIED} Close it on the page."
    Phone(world, MARCUS).text(f"{TUESDAY} 08:51", second)

    assert world.texts(MARCUS)[-1] == f"You have it: {CRIED} Close it on the page."
    assert all(one.taken_by == world.cast.marcus for one in alerts(world))


def test_from_the_link_in_our_question_he_says_that_he_cannot_and_once(missed: World):
    Phone(missed).text(f"{TUESDAY} 10:22", "HELP")
    Phone(missed, MARCUS).text(f"{TUESDAY} 10:22:30", "cant do it")
    marcus = Desk(missed, "marcus")
    marcus.open(missed.texts(MARCUS)[-1].partition("http://localhost")[2].split()[0])
    old = marcus.page

    marcus.press("/refuse")
    assert "I cannot do it" not in marcus.words
    marcus.page = old
    marcus.press("/refuse")

    assert refused(missed) == [CRIED]
    call = next(one for one in alerts(missed) if one.title == CRIED)
    assert [kind for _, kind, _ in steps(missed, call)].count("given_back") == 1


def test_who_was_told_of_nothing_is_not_asked_whether_she_can(missed: World):
    lena = Desk(missed, "lena")
    lena.follow("Dev did not answer")

    assert "I will take it" in lena.words
    assert "I cannot do it" not in lena.words


def test_who_has_the_call_for_help_and_cannot_do_the_help_one_is_in_no_danger(world: World):
    Phone(world).text(f"{TUESDAY} 08:50", "HELP")
    Phone(world, MARCUS).text(f"{TUESDAY} 08:51", "ok got it")
    before = len(world.sent)
    Phone(world, MARCUS).text(f"{TUESDAY} 08:52", "i cant do the help one")

    assert only(world).taken_by is None
    assert not [one for one in world.sent[before:] if "texted for help" in one.body]
    assert world.texts(MARCUS)[-1].startswith("OK. We are telling ")


def test_what_may_be_a_refusal_is_asked_about_and_read(missed: World):
    Phone(missed, MARCUS).text(f"{TUESDAY} 10:22", "i cant find him")

    assert missed.texts(MARCUS)[-1] == (
        f"If you cannot do it, text: cant do it. {MISSED} "
        "Team leads can read your text. In danger? Ring 999."
    )
    assert "i cant find him" in Desk(missed, "jo").open("/staff/texts-from-nobody")


def test_nothing_is_taken_by_who_was_not_told(missed: World):
    Phone(missed, LENA).text(f"{TUESDAY} 10:22", "ok got it")

    assert only(missed).state == "open"
    assert missed.texts(LENA)[-1].startswith("There is nothing for you to take now.")


def test_what_was_closed_meanwhile_is_not_taken(missed: World):
    marcus = Desk(missed, "marcus")
    marcus.take("Dev did not answer")
    marcus.close("Spoke to them")
    Phone(missed, MARCUS).text(f"{TUESDAY} 10:25", "ok got it")

    assert only(missed).state == "closed"
    assert missed.texts(MARCUS)[-1].startswith("There is nothing for you to take now.")


@pytest.mark.parametrize("words", ["hi i am off on monday", "hi can i swap with lena on friday"])
def test_other_words_of_staff_are_nobodys_alert_and_team_leads_read_them(missed: World, words: str):
    before = len(kept(missed, AlertRow))
    Phone(missed, MARCUS).text(f"{TUESDAY} 10:22", words)

    assert len(kept(missed, AlertRow)) == before
    assert missed.texts(MARCUS)[-1] == LEADS_READ
    jo = Desk(missed, "jo")
    page = jo.open("/staff/texts-from-nobody")
    assert words in page
    assert "Marcus" in page


def test_help_of_staff_rings_who_leads_and_is_read(missed: World):
    Phone(missed, MARCUS).text(f"{TUESDAY} 10:22", "HELP")

    rung = [one.body for one in missed.sent if one.number == JO and one.channel == "call"]
    told = "NOW. Marcus works here and texted for help. Ring Marcus now: +447700900102"
    assert (rung, missed.texts(JO)) == ([told], [told])
    assert missed.texts(MARCUS)[-1] == (
        "We got your text. We are ringing and texting Jo. In danger? Ring 999."
    )
    assert "HELP" in Desk(missed, "jo").open("/staff/texts-from-nobody")


def test_help_again_of_staff_rings_again(missed: World):
    for minute in (22, 23):
        Phone(missed, MARCUS).text(f"{TUESDAY} 10:{minute}", "HELP")

    assert len([one for one in missed.sent if one.number == JO and one.channel == "call"]) == 2


def test_stop_of_staff_is_told_to_who_leads(missed: World):
    Phone(missed, MARCUS).text(f"{TUESDAY} 10:22", "STOP")

    assert missed.texts(JO)[-1].startswith("Marcus works here and has stopped our texts.")
    assert missed.texts(MARCUS)[-1].startswith("We told Jo.")


def test_stop_again_of_staff_is_told_once_and_start_is_told_and_confirmed(missed: World):
    marcus, before = Phone(missed, MARCUS), len(missed.texts(JO))
    for minute, words in enumerate(("STOP", "STOP", "START", "START", "STOP"), 22):
        marcus.text(f"{TUESDAY} 10:{minute}", words)

    stopped = f"Marcus works here and has stopped our texts. Ring Marcus: {MARCUS}"
    started = "Marcus works here and gets our texts again."
    told = [one for one in missed.texts(JO)[before:] if "works here" in one]
    assert told == [stopped, started, stopped]
    at_risk = "Our texts may not reach you now. Text START to begin again."
    assert [one for one in missed.texts(MARCUS) if "reach you" in one] == [
        f"We told Jo. {at_risk}",
        f"This is kept already. {at_risk}",
        "Our texts can reach you again. We told Jo.",
        "Our texts can reach you.",
        f"We told Jo. {at_risk}",
    ]
    assert "STOP" in Desk(missed, "jo").open("/staff/texts-from-nobody")


def test_where_nobody_else_leads_it_says_so(missed: World):
    with missed.app.app_context(), kept_together():
        staff_kept.change(missed.cast.marcus, active=False)
    Phone(missed, JO).text(f"{TUESDAY} 10:22", "HELP")

    assert "Nobody else here can be told." in missed.texts(JO)[-1]


def test_what_staff_text_is_not_read_in_a_house_where_they_do_not_work(missed: World):
    Phone(missed, MARCUS).text(f"{TUESDAY} 10:22", "hi can i swap with lena on friday")
    Phone(missed, "+447700900999").text(f"{TUESDAY} 10:23", "wrong number?")
    with missed.app.app_context(), kept_together():
        house = HouseRow(id=new_id(), name="Another house")
        people.put(house)
        add_staff(
            "else@willow-court.example", "Someone Else", "Else", "manager", house.id, PASSWORD,
            clock.now(),
        )  # fmt: skip

    page = Desk(missed, "else").open("/staff/texts-from-nobody")

    assert "swap with lena" not in page
    assert "wrong number?" in page


def test_who_is_staff_no_more_is_an_unknown_number(missed: World):
    with missed.app.app_context(), kept_together():
        staff_kept.change(missed.cast.marcus, active=False)
    before = len(missed.texts(MARCUS))
    Phone(missed, MARCUS).text(f"{TUESDAY} 10:22", "ok got it")

    assert only(missed).state == "open"
    assert len(missed.texts(MARCUS)) == before
    assert kept(missed, HeardRow, number=MARCUS)[0].staff_id is None


# Somebody works here and draws on support too ----------------------------------------------------


@pytest.fixture
def both(missed: World) -> World:
    """The phone from which Dev texts is the one on which Marcus was told of an alert."""
    with missed.app.app_context(), kept_together():
        people.change(missed.cast.dev, phone=MARCUS)
    return missed


def test_a_cry_of_who_works_here_and_draws_on_support_is_a_cry(both: World):
    Phone(both, MARCUS).text(f"{TUESDAY} 10:22", "HELP")

    assert [one.kind for one in alerts(both)] == ["missed_checkin", "help_or_not_ok"]


def test_got_it_of_who_works_here_and_draws_on_support_takes_the_alert(both: World):
    Phone(both, MARCUS).text(f"{TUESDAY} 10:22", "ok got it")

    assert only(both).state == "claimed"


def test_what_waits_for_an_answer_comes_first(both: World):
    both.go_to(f"{TUESDAY} 16:00")
    Phone(both, MARCUS).text(f"{TUESDAY} 16:01", "OK")

    assert only(both).taken_by is None
    assert [one.meaning for one in kept(both, HeardRow)][-1] == "ok"


def test_who_says_that_they_ring_him_takes_it(world: World):
    Phone(world).text(f"{TUESDAY} 08:50", "HELP")
    Phone(world, MARCUS).text(f"{TUESDAY} 08:50:20", "ok got it ringing him")

    assert [one.taken_by for one in alerts(world)] == [world.cast.marcus]


def test_who_has_one_and_is_told_of_another_since_is_asked_which_they_cannot_do(world: World):
    Phone(world).text(f"{TUESDAY} 08:50", "HELP")
    marcus = Phone(world, MARCUS)
    marcus.text(f"{TUESDAY} 08:50:20", "ok got it")
    world.go_to(f"{TUESDAY} 08:52:10")
    with world.app.app_context():
        call_for_help(world.cast.ana, clock.now())
    for second in (30, 50):  # and the second time
        marcus.text(f"{TUESDAY} 08:52:{second}", "cant do it")

        assert world.texts(MARCUS)[-1].startswith(WHICH_NOT)
    assert refused(world) == []
    marcus.text(f"{TUESDAY} 08:53:10", "ana")
    assert refused(world) == [ANA_CRIED]
    assert [one.taken_by for one in alerts(world) if one.title != ANA_CRIED] == [world.cast.marcus]
