"""What Ana told of a hurt is thrown away: it does not go unseen, and nobody reads it."""

import pytest

from checkin.storage.tables import AlertRow, CheckInRow
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import alerts, kept
from tests.journeys.test_a_telling_is_of_its_sitting import HARD, begin, of_her_own
from tests.journeys.test_begun_and_left import ADVOCACY, LEAD_OFFICE, OUTSIDE, THEM, told
from tests.journeys.test_beside_staff import signs_in_here
from tests.journeys.test_said_before_at_a_tablet_of_many import signs_out
from tests.journeys.test_who_answered import csrf

GROUP_DAYS = ("sat",)  # Dev stays at home

GONE = "Ana began to tell something. It was thrown away."
KNOW = "We let people outside your home know that you began. They cannot read it."


def throw_away(tablet: Tablet, left: str) -> str:
    tablet.open(f"{left}/throw-away")
    return tablet.press("/throw-away", ("choice", "throw_away"))


def test_her_words_of_a_hurt_thrown_away_are_told_outside_and_to_nobody_here(
    world: World, tablet: Tablet
):
    left = begin(tablet, world.cast.priya)
    assert KNOW in throw_away(tablet, left)
    world.settle()

    assert told(world) == OUTSIDE
    assert all(GONE in one.body and HARD not in one.body for one in world.sent)
    for who in ("priya", "marcus", "lena", "jo"):
        assert "Ana began" not in Desk(world, who).words
    lead = Desk(world, LEAD_OFFICE)
    lead.take(GONE)
    assert "It was not sent. Nobody can read it." in lead.words
    assert "No staff were signed in there." in lead.words
    assert HARD not in lead.words


def test_she_reads_beforehand_who_is_told(world: World, tablet: Tablet):
    left = begin(tablet, world.cast.priya)
    tablet.open(f"{left}/throw-away")

    said = f"If you throw it away, we tell {THEM} that you began. They cannot read it."
    assert said in tablet.words


def test_thrown_away_with_no_words_nobody_is_told(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick("no_one")
    tablet.pick("hurt")
    throw_away(tablet, tablet.at)
    world.go_to("2026-10-19 20:00")

    assert world.sent == []
    assert KNOW not in tablet.words


def test_a_worry_in_her_words_is_hers_to_throw_away(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick("no_one")
    tablet.pick("wrong")
    tablet.write("the bus is late again")
    throw_away(tablet, tablet.at)
    world.go_to("2026-10-19 20:00")

    assert kept(world, AlertRow) == []


def test_those_outside_read_who_was_signed_in(world: World, tablet: Tablet):
    of_her_own(world)
    own = Tablet(world, world.cast.house_tablet)
    left = begin(own, world.cast.priya)
    signs_in_here(own, "marcus")
    signs_out(own)
    throw_away(own, left)

    (alert,) = alerts(world)
    assert alert.what == ["It was not sent. Nobody can read it.", "Marcus was signed in there."]


def test_who_was_signed_in_before_she_began_is_not_named(world: World, tablet: Tablet):
    of_her_own(world)
    own = Tablet(world, world.cast.house_tablet)
    signs_in_here(own, "marcus")
    signs_out(own)
    world.go_to("2026-10-19 15:30")
    own.open("/tablet/my-page")
    throw_away(own, begin(own, world.cast.priya))

    (alert,) = alerts(world)
    assert "No staff were signed in there." in alert.what


@pytest.mark.parametrize("who", ["priya", "marcus"])
def test_beside_staff_a_telling_is_not_thrown_away(world: World, tablet: Tablet, who: str):
    of_her_own(world)
    own = Tablet(world, world.cast.house_tablet)
    left = begin(own, world.cast.priya)
    signs_in_here(own, who)

    assert "Throw away" not in own.open(f"{left}/stop")
    assert "Throw away" not in own.open("/tablet/my-page")
    page = own.client.post(f"{left}/throw-away", data={**csrf(own), "choice": "throw_away"})
    assert "So this did not count." in page.text
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    assert HARD in (row.so_far or "")


def test_thrown_away_after_it_was_left_it_is_told_that_it_was(world: World, tablet: Tablet):
    left = begin(tablet, world.cast.priya)
    world.go_to("2026-10-19 15:40")
    throw_away(tablet, left)
    world.settle()

    assert [one.title for one in alerts(world)] == [
        "Ana began to tell something and left it.",
        GONE,
    ]


def test_who_hurts_her_outside_is_not_told_that_it_was_thrown_away(world: World, tablet: Tablet):
    tablet.press("/begin", ("flow", "how_i_am"))
    tablet.do("start")
    tablet.do("skip")
    tablet.write("the safeguarding lead hit me")
    throw_away(tablet, tablet.at)
    world.go_to("2026-10-19 20:00")

    assert told(world) & OUTSIDE == {"+447700900302"}


def changes_words_of_a_hurt(tablet: Tablet, first: str) -> str:
    """Whoever hurts Ana sits there now, in her name."""
    tablet.press("/begin", ("flow", "how_i_am"))
    tablet.do("start")
    tablet.do("skip")
    at = tablet.at
    tablet.write(first)
    tablet.do("back")
    tablet.write("nice day")
    return at


@pytest.mark.parametrize("leaves", ["throws it away", "leaves it"])
def test_her_words_of_a_hurt_that_were_changed_are_told_all_the_same(
    world: World, tablet: Tablet, leaves: str
):
    left = changes_words_of_a_hurt(tablet, "priya hit me")

    assert f"we tell {THEM}" in tablet.open(f"{left}/stop")
    if leaves == "throws it away":
        assert f"we tell {THEM}" in tablet.open(f"{left}/throw-away")
        assert KNOW in throw_away(tablet, left)
    world.go_to("2026-10-19 20:00")

    assert told(world) == OUTSIDE


def test_what_she_told_and_changed_with_what_was_picked_is_told(world: World, tablet: Tablet):
    begin(tablet, world.cast.priya)
    tablet.do("back")
    tablet.write("he hit me")
    tablet.do("back")
    tablet.write("all good")
    tablet.do("back")
    tablet.do("back")
    tablet.pick("good")
    throw_away(tablet, tablet.at)
    world.settle()

    assert told(world) == OUTSIDE


def test_what_was_changed_and_told_of_nothing_goes_unseen(world: World, tablet: Tablet):
    left = changes_words_of_a_hurt(tablet, "it rained")

    throw_away(tablet, left)
    world.go_to("2026-10-19 20:00")

    assert KNOW not in tablet.words
    assert world.sent == []


def test_who_hurts_her_outside_is_not_told_though_her_words_were_changed(
    world: World, tablet: Tablet
):
    left = changes_words_of_a_hurt(tablet, "the safeguarding lead hit me")
    throw_away(tablet, left)
    world.go_to("2026-10-19 20:00")

    assert told(world) & OUTSIDE == {ADVOCACY}


@pytest.mark.parametrize("gone", [True, False])
@pytest.mark.parametrize("words", ["Priya hit me", "she hit me", "it rained"])
def test_that_a_morning_was_begun_is_there_for_whom_it_names_as_any_other(
    world: World, tablet: Tablet, words: str, *, gone: bool
):
    world.go_to("2026-10-20 10:35")
    tablet.begin("How was my morning?")
    left = tablet.at
    tablet.open(f"{left}/own-words?way=write")
    tablet.press("", words=words)
    if gone:
        throw_away(tablet, left)
    world.go_to("2026-10-20 16:35")

    page = Desk(world, "priya").open(f"/staff/people/{world.cast.ana}")
    assert ("Declined: said not now" if gone else "Begun, not finished by 13:30.") in page
    assert "hit me" not in page
