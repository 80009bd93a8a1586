"""What Ana writes for all, and nobody opens, comes to a list by when her page said that it is read."""

import pytest

from checkin.storage.tables import AlertRow
from tests.conftest import World
from tests.journeys.doors import JO, Desk, Tablet
from tests.journeys.records import alerts
from tests.journeys.test_calls_on_the_tablet import rung, say

GROUP_DAYS = ("sat",)  # Dev stays at home

ART = "art was loud this week"
TITLE = "Nobody has read what Ana told us."


def unread(world: World) -> list[AlertRow]:
    return [one for one in alerts(world, task=True) if one.kind == "unread_words"]


def sent(tablet: Tablet, words: str = ART) -> str:
    """Write it in How I am now, and send it; return the last page."""
    say(tablet, words)
    tablet.do("skip")
    tablet.do("send")
    return tablet.pick("self")


def test_they_are_on_her_keyworkers_list_on_the_day_that_the_page_named(
    world: World, tablet: Tablet
):
    assert "Priya will read this by Tuesday." in sent(tablet)
    world.go_to("2026-10-20 14:00")
    assert unread(world) == []

    world.go_to("2026-10-20 15:01")
    world.go_to("2026-10-20 15:02")

    (task,) = unread(world)
    assert (task.title, task.for_staff) == (TITLE, world.cast.priya)
    assert TITLE in Desk(world, "priya").words
    assert "Priya will look at this today." in tablet.open(tablet.at)


def test_who_reads_them_then_has_nothing_left_to_do(world: World, tablet: Tablet):
    sent(tablet)
    world.go_to("2026-10-20 16:00")
    world.go_to("2026-10-20 16:01")
    priya = Desk(world, "priya")
    priya.follow(TITLE)

    assert ART in priya.follow("What Ana sent")

    (task,) = unread(world)
    assert task.state == "closed"


def test_what_was_opened_before_is_on_no_list(world: World, tablet: Tablet):
    sent(tablet)
    check_in = tablet.at.split("/")[3]
    Desk(world, "priya").open(f"/staff/check-ins/{check_in}")
    world.go_to("2026-10-21 12:00")

    assert unread(world) == []


def test_where_she_does_not_read_them_others_are_told_once(world: World, tablet: Tablet):
    sent(tablet)

    world.go_to("2026-10-21 12:00")

    assert len(unread(world)) == 1
    assert JO in rung(world)


@pytest.mark.parametrize(
    ("words", "met"),
    [
        ("when is art?", "Priya will read your question by Tuesday."),
        (
            "i am worried about mum",
            "Thank you for telling us. Listen P Priya will read this by Tuesday.",
        ),
        ("i want to go swimming", "Priya will read what you want by Tuesday."),
    ],
)
def test_they_are_met_by_what_they_are(tablet: Tablet, words: str, met: str):
    assert met in sent(tablet, words)
