"""Lena spoke to Dev, who called for help: of what he missed nobody is rung, and it promises him nothing."""

import pytest

from checkin import clock
from checkin.actions.raise_alert import Raised, raise_alerts
from checkin.agreements.reached import Reached
from checkin.storage import people
from checkin.storage.tables import CheckInRow
from checkin.storage.transaction import kept_together
from tests.conftest import World
from tests.journeys.doors import DEV, Desk, Phone, Tablet
from tests.journeys.records import kept
from tests.journeys.test_calls_in_an_answer_to_staff import told as told_apart

TUESDAY = "2026-10-20"
LEAVE = "Dev did not answer: leave, due 09:15."
HELP = "Dev asked for help or is not OK."
SPOKE = "Lena spoke to Dev at 09:46."


@pytest.fixture
def called(world: World) -> World:
    """He did not answer where he leaves, and calls for help ten minutes after he was missed."""
    world.go_to(f"{TUESDAY} 09:36")
    Phone(world).text(f"{TUESDAY} 09:45", "HELP")
    return world


@pytest.fixture
def lena(called: World) -> Desk:
    """Lena took his call, and rings him."""
    desk = Desk(called, "lena")
    desk.take(HELP)
    called.go_to(f"{TUESDAY} 09:46")
    desk.open(desk.at)
    return desk


def told(world: World) -> int:
    """Return how many times staff were told of anything."""
    return len([one for one in world.sent if one.number != DEV])


def tick(desk: Desk) -> list[str]:
    """Return what the page offers to close with it."""
    return [
        one for form in desk.page.forms.values() for one in sorted(form.offered.get("also", ()))
    ]


def test_what_he_missed_says_that_she_spoke_to_him_and_rings_nobody(called: World, lena: Desk):
    lena.close("Spoke to them", "On the wrong bus, Sam fetches him")
    so_far = told(called)
    called.go_to(f"{TUESDAY} 10:15")

    words = Desk(called, "priya").words
    assert told(called) == so_far
    assert LEAVE in words
    assert SPOKE in words
    assert "Sam fetches" not in words


def test_what_is_asked_next_says_nothing_of_somebody_who_is_asked_to_ring(
    called: World, lena: Desk
):
    lena.close("Spoke to them")
    called.go_to(f"{TUESDAY} 10:01")

    assert called.texts(DEV)[-1] == "Hi Dev. Are you there? Text OK. Late? Text LATE 20."


def test_whoever_takes_what_he_missed_to_close_it_promises_him_no_call(called: World, lena: Desk):
    lena.close("Spoke to them")
    said = called.texts(DEV)
    marcus = Desk(called, "marcus")
    marcus.take(LEAVE)
    called.settle()
    marcus.close("Spoke to them")
    called.settle()

    assert called.texts(DEV) == said


def test_she_closes_it_with_his_call_where_she_ticks_it(called: World, lena: Desk):
    said = called.texts(DEV)
    lena.press("/close", outcome="Spoke to them", also=tick(lena))
    called.settle()

    assert LEAVE not in Desk(called, "priya").words
    assert called.texts(DEV) == said


def test_what_she_does_not_tick_stays_on_the_list(called: World, lena: Desk):
    assert tick(lena)
    lena.close("They got the help they asked for")

    assert LEAVE in Desk(called, "priya").words


def test_what_marcus_has_is_his_to_close(called: World):
    Desk(called, "marcus").take(LEAVE)
    lena = Desk(called, "lena")
    lena.take(HELP)

    assert tick(lena) == []


def test_news_of_what_she_ticks_keeps_it_open(called: World, lena: Desk):
    marcus = Desk(called, "marcus")
    marcus.take(LEAVE)
    marcus.log("note", "His bag is at the stop")
    marcus.press("/give-back")
    lena.press("/close", outcome="Spoke to them", also=tick(lena))

    assert LEAVE in Desk(called, "priya").words


def test_where_nobody_reached_him_what_he_missed_rings_on(called: World, lena: Desk):
    lena.close("Phone was off or flat")
    so_far = told(called)
    called.go_to(f"{TUESDAY} 10:15")

    assert told(called) > so_far
    assert "We are asking" in called.texts(DEV)[-1] or "trying" in called.texts(DEV)[-1]


def test_what_he_misses_after_that_is_rung_for(called: World, lena: Desk):
    lena.close("Spoke to them")
    called.go_to(f"{TUESDAY} 10:21")

    assert called.texts(DEV)[-1] == "Hi Dev. We are asking Marcus to ring you."


def test_after_the_secret_word_what_he_missed_rings_on(world: World):
    world.go_to(f"{TUESDAY} 09:36")
    Phone(world).text(f"{TUESDAY} 09:45", "pineapple")
    lena = Desk(world, "lena")
    lena.take("Dev: agreed word used.")
    lena.close("Spoke to them")
    so_far = told(world)
    world.go_to(f"{TUESDAY} 10:00")

    assert told(world) > so_far
    assert "spoke to Dev" not in Desk(world, "priya").words


def is_raised(world: World, kind: str, check_in_id: str | None = None) -> None:
    """Let staff be told of something about Ana now, as it came from there."""
    reached = Reached(kind, "soon", f"{kind}:a", f"{kind}:a", f"Ana: {kind}.")
    with world.app.app_context(), kept_together():
        ana = people.the_person(world.cast.ana)
        raise_alerts([Raised(ana, reached, check_in_id=check_in_id)], clock.now())


@pytest.mark.parametrize("apart", [True, False])
def test_of_a_call_that_is_kept_from_marcus_nothing_stands_on_a_miss(
    world: World, tablet: Tablet, *, apart: bool
):
    told_apart(tablet, "good")
    is_raised(world, "missed_checkin")
    is_raised(world, "person_asked_for", check_in_id=_telling(world) if apart else None)
    priya = Desk(world, "priya")
    priya.take("Ana: person_asked_for.")
    priya.close("Spoke to them")
    words = Desk(world, "marcus").words

    assert "Ana: missed_checkin." in words
    assert ("Priya spoke to Ana" in words) == (not apart)


def _telling(world: World) -> str:
    (found,) = kept(world, CheckInRow, person_id=world.cast.ana, asks="tell_someone")
    return found.id
