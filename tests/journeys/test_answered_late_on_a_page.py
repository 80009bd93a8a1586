"""Ana was missed, and answers late on the tablet: nobody is rung about it any more, and she reads so."""

from datetime import date, time

import pytest

from checkin import clock
from checkin.actions.change_agreement import change_agreement
from checkin.agreements.agreement import CheckTime
from checkin.agreements.threshold import MissedCheckIn
from checkin.example_people.agreed_with_ana import mornings_of_ana
from checkin.example_people.agreed_with_dev import group_days_of_dev
from tests.conftest import PASSWORD, World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import alerts

GROUP_DAYS = ("sat",)  # Dev stays at home
WEDNESDAY = "2026-10-21"
STOPPED = "This came late. We ring nobody about that any more."


@pytest.fixture
def missed(world: World, tablet: Tablet) -> World:
    """She began what was asked at two; at half past she is missed, as she agreed."""
    drafted = mornings_of_ana(world.cast, date(2026, 10, 19)).model_copy(
        update={
            "key": "ana-noons",
            "title": "My noon",
            "times": (
                CheckTime(
                    key="noon",
                    at=time(14),
                    days=("wed",),
                    asks="my_morning_daily",
                    open_until=time(14, 30),
                ),
            ),
            "thresholds": (MissedCheckIn(),),
            "missed_after_minutes": 30,
            "ladder": group_days_of_dev(world.cast, date(2026, 10, 19)).ladder,
        }
    )
    with world.app.app_context():
        assert change_agreement(drafted, world.cast.priya, clock.now()) == ()
    world.go_to(f"{WEDNESDAY} 14:05")
    tablet.begin("How was my morning?")
    world.go_to(f"{WEDNESDAY} 14:35")
    assert [one.level for one in misses(world)] == ["soon"]
    return world


def misses(world: World) -> list:
    return [one for one in alerts(world) if one.kind == "missed_checkin"]


def answers(tablet: Tablet) -> str:
    for press in ("good", "all"):
        tablet.pick(press)
    tablet.do("send")
    return tablet.pick("self") if "How did you do this?" in tablet.words else tablet.words


def test_nobody_is_rung_any_more_and_she_reads_so(missed: World, tablet: Tablet):
    page = answers(tablet)
    so_far = len(missed.sent)
    missed.go_to(f"{WEDNESDAY} 16:00")

    assert STOPPED in page
    assert len(missed.sent) == so_far
    assert [one.level for one in misses(missed)] == ["today"]


def test_it_stands_on_the_list_and_says_what_is_left_to_do(missed: World, tablet: Tablet):
    answers(tablet)
    lena = Desk(missed, "lena")

    assert "Ana answered it at 14:35, on a page." in lena.words
    assert "We ring nobody about this. Ring Ana, or close it." in lena.words


def test_once_it_was_closed_the_page_says_no_more_of_it(missed: World, tablet: Tablet):
    page = answers(tablet)
    marcus = Desk(missed, "marcus")
    marcus.take("Ana did not answer: noon")
    marcus.close("They forgot to answer")
    tablet.open(tablet.at)

    assert STOPPED in page
    assert STOPPED not in tablet.words


def test_what_is_sent_beside_staff_lets_them_ring_on(missed: World, tablet: Tablet):
    at = tablet.at
    for press in ("good", "all"):
        tablet.pick(press)
    tablet.open("/staff/sign-in")
    tablet.press("/sign-in", email="marcus@willow-court.example", password=PASSWORD)
    tablet.open(at)
    page = tablet.press("", ("choice", "finish_now"))

    assert STOPPED not in page
    assert [one.level for one in misses(missed)] == ["soon"]
