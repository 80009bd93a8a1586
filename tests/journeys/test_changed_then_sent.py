"""Words of a hurt are changed to others before Ana's talk is sent: that does not go unseen."""

import pytest

from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import alerts
from tests.journeys.test_a_telling_is_of_its_sitting import of_her_own
from tests.journeys.test_begun_and_left import ADVOCACY, LEAD_OFFICE, MONDAY, OUTSIDE, THEM, told
from tests.journeys.test_beside_staff import signs_in_here
from tests.journeys.test_said_before_at_a_tablet_of_many import signs_out

GROUP_DAYS = ("sat",)  # Dev stays at home

GONE = "Ana told of a hurt. It was changed, then sent."
BEFOREHAND = f"Some words were changed. If you send it so, we tell {THEM}."
OLD = "They cannot read the old words."
WAS = f"We let people outside your home know that words were changed. {OLD}"
STAFF = ("priya", "marcus", "lena", "jo")


def changes(tablet: Tablet, first: str, then: str = "nice day") -> None:
    """Write it, go back, and write something else in its place, as far as Send."""
    tablet.press("/begin", ("flow", "how_i_am"))
    tablet.do("start")
    tablet.do("skip")
    tablet.write(first)
    tablet.do("back")
    tablet.write(then)
    tablet.do("skip")


def test_those_outside_are_told_and_nobody_in_the_house(world: World, tablet: Tablet):
    changes(tablet, "Priya hit me")
    assert f"Listen {BEFOREHAND} {OLD}" in tablet.words
    assert WAS in tablet.do("send") + tablet.pick("self")
    world.go_to(f"{MONDAY} 20:00")

    assert told(world) == OUTSIDE
    assert all(GONE in one.body and "hit me" not in one.body for one in world.sent)
    for who in STAFF:
        desk = Desk(world, who)
        assert GONE not in desk.words
        assert "hit me" not in desk.open(f"/staff/people/{world.cast.ana}/said")
    lead = Desk(world, LEAD_OFFICE)
    lead.take(GONE)
    assert "Nobody can read the old words." in lead.words
    assert "No staff were signed in there." in lead.words
    assert "hit me" not in lead.words
    assert "nice day" not in lead.words


def test_who_of_staff_was_signed_in_there_is_said(world: World, tablet: Tablet):
    of_her_own(world)
    own = Tablet(world, world.cast.house_tablet)
    changes(own, "marcus hit me")
    left = own.at
    signs_in_here(own, "marcus")
    signs_out(own)
    own.open(left)
    own.do("send")

    (alert,) = alerts(world)
    assert alert.what == ["Nobody can read the old words.", "Marcus was signed in there."]


def test_left_first_and_changed_then_it_is_told_again(world: World, tablet: Tablet):
    changes(tablet, "Priya hit me")
    world.go_to(f"{MONDAY} 15:40")
    tablet.do("send")

    left, changed = alerts(world)
    assert (left.state, left.outcome) == ("closed", "sent")
    assert (changed.title, changed.state) == (GONE, "open")


def test_sent_by_finishing_now_it_is_said_and_told_all_the_same(world: World, tablet: Tablet):
    changes(tablet, "Priya hit me")
    tablet.do("back")
    tablet.do("stop")
    assert f"{BEFOREHAND} {OLD}" in tablet.words
    tablet.press("/stop", ("choice", "finish_now"))
    world.settle()

    assert told(world) == OUTSIDE


def test_a_hurt_by_another_in_its_place_is_told_too(world: World, tablet: Tablet):
    changes(tablet, "Priya hit me", "Dev hit me")
    assert BEFOREHAND in tablet.words
    tablet.do("send")
    world.settle()

    assert told(world) >= OUTSIDE
    assert GONE in [one.title for one in alerts(world)]


@pytest.mark.parametrize(
    ("first", "then"),
    [("it rained", "nice day"), ("Priya hit me", "Priya hit me again"), ("ok", "Priya hit me")],
)
def test_words_that_tell_no_less_than_before_are_hers_to_change(
    world: World, tablet: Tablet, first: str, then: str
):
    changes(tablet, first, then)
    assert "words were changed" not in tablet.words
    tablet.do("send")
    world.go_to(f"{MONDAY} 20:00")

    assert GONE not in [one.title for one in alerts(world)]
    assert "words were changed" not in tablet.words


def test_who_hurts_her_outside_is_not_told_that_it_was_changed(world: World, tablet: Tablet):
    changes(tablet, "the safeguarding lead hit me")
    tablet.do("send")
    world.go_to(f"{MONDAY} 20:00")

    assert told(world) == {ADVOCACY}


def test_whoever_was_named_first_is_kept_out_of_what_was_changed_twice(
    world: World, tablet: Tablet
):
    changes(tablet, "the safeguarding lead hit me", "Marcus hit me")
    tablet.do("change:more")
    tablet.write("nice day")
    tablet.do("send")
    world.go_to(f"{MONDAY} 20:00")

    assert told(world) == {ADVOCACY}
