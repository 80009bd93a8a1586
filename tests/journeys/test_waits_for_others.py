"""What Ana said to Priya and Marcus is read by Jo with a reason alone, also where it waits too long."""

from datetime import date

from checkin import clock
from checkin.actions.loops import decide_loop, mark_done
from checkin.storage.tables import CheckInRow, LoopRow
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import kept
from tests.journeys.test_a_telling_is_of_its_sitting import of_her_own
from tests.journeys.test_opened_with_a_reason import SAID, opens, says_how_her_week_was, token_of

LATE = "Ana said something to Marcus and Priya: My week, Monday 19 October at"
BEGUN, DAYS_ON = "2026-10-19 15:05", "2026-10-21 10:00"


def what_ana_said(world: World, who: str) -> Desk:
    """Return who is at the page of what Ana said, and we did."""
    desk = Desk(world, who)
    desk.open(f"/staff/people/{world.cast.ana}/said")
    return desk


def nobody_decides(world: World) -> None:
    world.go_to(DAYS_ON)
    world.settle()


def test_jo_reads_none_of_her_words_anywhere(world: World, tablet: Tablet):
    week = says_how_her_week_was(tablet)

    jo = what_ana_said(world, "jo")

    assert SAID not in jo.words
    assert "Waits for others" not in jo.words
    assert SAID not in jo.open(week)
    assert SAID not in jo.open(f"/staff/people/{world.cast.ana}")
    assert SAID in what_ana_said(world, "priya").words
    assert SAID in what_ana_said(world, "marcus").words


def test_her_words_are_on_the_handover_of_those_she_told_and_not_of_who_opened_them(
    world: World, tablet: Tablet
):
    week = says_how_her_week_was(tablet)
    jo = Desk(world, "jo")
    opens(jo, week)
    assert SAID in jo.words

    assert SAID in Desk(world, "priya").open("/staff/handover")
    assert SAID in Desk(world, "marcus").open("/staff/handover")
    for who in ("jo", "lena"):
        there = Desk(world, who).open("/staff/handover")
        assert SAID not in there
        assert "Said, in the last 24 hours" not in there


def test_jo_says_neither_that_she_read_it_nor_what_we_do(world: World, tablet: Tablet):
    says_how_her_week_was(tablet)
    (loop,) = kept(world, LoopRow)
    jo = what_ana_said(world, "jo")
    sent = {"csrf_token": token_of(jo)}

    for where in ("read", "decide", "done", "told"):
        answer = jo.client.post(f"/staff/loops/{loop.id}/{where}", data=sent)
        assert answer.status_code == 404, where

    assert kept(world, LoopRow)[0].read_at is None


def test_what_nobody_decides_stands_for_jo_as_waiting_and_not_for_lena(
    world: World, tablet: Tablet
):
    says_how_her_week_was(tablet)
    nobody_decides(world)

    jo, lena = what_ana_said(world, "jo"), what_ana_said(world, "lena")

    assert LATE in jo.words
    assert "Late: this was to be" in jo.words
    assert SAID not in jo.words
    assert LATE not in lena.words
    assert LATE not in what_ana_said(world, "priya").words


def test_who_takes_what_nobody_read_has_it(world: World, tablet: Tablet):
    says_how_her_week_was(tablet)
    nobody_decides(world)
    jo = Desk(world, "jo")

    jo.take("Ana answered in their own words.")

    assert SAID in what_ana_said(world, "jo").words


def test_with_a_reason_jo_decides_and_has_read_it_for_nobody_else(world: World, tablet: Tablet):
    week = says_how_her_week_was(tablet)
    world.go_to(BEGUN)
    (loop,) = kept(world, LoopRow)
    jo = Desk(world, "jo")
    opens(jo, week)
    sent = {"csrf_token": token_of(jo)}

    jo.follow("Decide")

    assert SAID in jo.words
    assert not [one for one in jo.page.forms.values() if one.action.endswith("/read")]
    assert jo.client.post(f"/staff/loops/{loop.id}/read", data=sent).status_code == 404
    jo.press("/decide", decision="do", we_did="We ask next door", due_on="2026-10-21")
    assert kept(world, LoopRow)[0].decided_by == world.cast.jo
    tablet.open("/tablet/who-looked")
    assert "Jo opened what you said to Marcus and Priya." in tablet.words


def test_lena_decides_nothing_of_what_she_opens(world: World, tablet: Tablet):
    week = says_how_her_week_was(tablet)
    lena = Desk(world, "lena")

    opens(lena, week)

    assert SAID in lena.words
    assert "Waiting for an answer from us" not in lena.words
    assert SAID not in what_ana_said(world, "lena").words


def test_after_the_hour_jo_meets_it_no_more(world: World, tablet: Tablet):
    week = says_how_her_week_was(tablet)
    jo = Desk(world, "jo")
    opens(jo, week)

    world.go_to("2026-10-19 16:05")

    assert SAID not in what_ana_said(world, "jo").words


def test_whom_it_was_handed_to_has_it_from_then_on(world: World, tablet: Tablet):
    says_how_her_week_was(tablet)
    priya = what_ana_said(world, "priya")

    priya.press(
        "/decide",
        decision="do",
        we_did="Jo asks next door",
        owner=world.cast.jo,
        due_on="2026-10-21",
    )

    assert SAID in what_ana_said(world, "jo").words


GARDEN = "i want to sit in the garden"


def says_two_things(tablet: Tablet) -> tuple[str, dict[str, str]]:
    """Ana sends her week with two wishes in it; return where staff find it, and the loop of each."""
    world = tablet.world
    tablet.open("/tablet/my-page")
    tablet.press("/begin", ("flow", "what_matters"))
    tablet.do("start")
    for words in (SAID, GARDEN):
        tablet.do("my_words")
        tablet.write(words)
        tablet.do("next")
    while "Here is what you said." not in tablet.words:
        tablet.do("skip")
    tablet.do("send")
    tablet.pick("self")
    (row,) = kept(world, CheckInRow, asks="what_matters")
    loops = {str(one.words): one.id for one in kept(world, LoopRow, check_in_id=row.id)}
    return f"/staff/check-ins/{row.id}", loops


def promised_and_done(world: World, loop_id: str) -> None:
    with world.app.app_context():
        decide_loop(
            loop_id, world.cast.priya, "do", "We will.", clock.now(), due_on=date(2026, 10, 20)
        )
        mark_done(loop_id, world.cast.priya, "Done.", clock.now())


def test_it_did_not_happen_lets_jo_read_that_promise_and_not_her_week(world: World, tablet: Tablet):
    of_her_own(world)
    week, loops = says_two_things(tablet)
    promised_and_done(world, loops[GARDEN])
    own = Tablet(world, world.cast.house_tablet)
    own.open("/tablet/you-said")
    own.press(f"/you-said/{loops[GARDEN]}", ("impact", "not_done"))
    world.settle()

    assert "We told Jo and Priya." in own.open("/tablet/you-said")
    jo = what_ana_said(world, "jo")
    assert GARDEN in jo.words
    assert SAID not in jo.words
    assert SAID not in jo.open(week)
    assert "This is for others who work here." in jo.words
    assert GARDEN not in what_ana_said(world, "lena").words
    promised_and_done(world, loops[SAID])
    own.open("/tablet/you-said")
    own.press(f"/you-said/{loops[SAID]}", ("impact", "not_done"))  # and the second
    assert SAID in what_ana_said(world, "jo").words
    assert "This is for others who work here." in jo.open(week)
