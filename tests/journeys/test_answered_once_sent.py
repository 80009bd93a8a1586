"""Ana answers words of staff in what she sent, and names somebody: for them it stands as it stood."""

import pytest

from checkin import clock
from checkin.storage.tables import CheckInRow, LoopRow, WordsOfStaffRow
from tests.conftest import World, minutes
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import kept
from tests.journeys.test_opened_with_a_reason import SAID, opens, says_how_her_week_was
from tests.journeys.test_staff_answer_on_the_tablet import apart, begun_as
from tests.journeys.test_what_ana_sets import sets_what_helps

ASKED = "Shall we go out?"


@pytest.fixture
def week(tablet: Tablet) -> str:
    """Ana's week, sent to Priya and Marcus. Marcus asked in it, and again; she answered once."""
    there = says_how_her_week_was(tablet)
    minutes_later(tablet.world, 5)
    for words in ("How is it now?", ASKED):
        desk = Desk(tablet.world, "marcus")
        desk.open(there)
        desk.press("/say", words=words)
        before_words(tablet).press("/read")
    answers(tablet, 0, "it is better now")
    minutes_later(tablet.world, 1)
    return there.rsplit("/", 1)[1]


def minutes_later(world: World, number: int) -> None:
    with world.app.app_context():
        then = clock.now() + minutes(number)
    world.go_to(then)


def before_words(tablet: Tablet, number: int = -1) -> Tablet:
    """Ana, before the words that staff said so."""
    tablet.open(f"/tablet/words/{kept(tablet.world, WordsOfStaffRow)[number].id}")
    return tablet


def answers(tablet: Tablet, number: int, words: str, whom: str = "Marcus") -> None:
    before_words(tablet, number)
    tablet.follow(f"Answer {whom}")
    tablet.follow("Write")
    tablet.press("", words=words)


def seen_by(world: World, who: str, week: str) -> tuple[str, ...]:
    said = Desk(world, who).open(f"/staff/people/{world.cast.ana}/said")
    return (*begun_as(world, who, week), said)


@pytest.mark.parametrize(("who", "words"), [
    ("marcus", "Marcus hit me"),
    ("priya", "yes but not with priya she hit me"),
    ("lena", "lena hit me"),
    ("lena", "she hits me"),
])  # fmt: skip
def test_it_stands_for_whom_the_answer_names(tablet: Tablet, week: str, who: str, words: str):
    world = tablet.world
    seen_by(world, who, week)  # what she answered before is read
    before = seen_by(world, who, week)

    answers(tablet, 1, words)
    assert apart(seen_by(world, who, week), before) == []

    answers(tablet, 1, "she always does")
    assert apart(seen_by(world, who, week), before) == []
    assert (SAID in "".join(before)) == (who != "lena")


def test_others_whom_it_is_for_read_what_she_answered(tablet: Tablet, week: str):
    answers(tablet, 1, "Marcus hit me")

    page = Desk(tablet.world, "priya").open(f"/staff/check-ins/{week}")

    assert SAID in page
    assert "Marcus hit me" in page


def test_who_opens_it_with_a_reason_reads_what_stood_there_alone(tablet: Tablet, week: str):
    answers(tablet, 1, "Lena hit me")
    desk = Desk(tablet.world, "lena")

    opens(desk, f"/staff/check-ins/{week}")

    assert SAID in desk.words
    assert ASKED in desk.words
    assert "hit me" not in desk.words


def test_whoever_reads_what_she_answered_has_read_that_and_nobody_else(tablet: Tablet, week: str):
    world = tablet.world
    Desk(world, "priya").open(f"/staff/check-ins/{week}")
    before = seen_by(world, "marcus", week)
    answers(tablet, 1, "Marcus hit me")
    assert apart(seen_by(world, "marcus", week), before) == []
    assert not read_by(world, "Marcus hit me")

    Desk(world, "priya").open(f"/staff/check-ins/{week}")

    assert read_by(world, "Marcus hit me") == world.cast.priya
    assert apart(seen_by(world, "marcus", week), before) == []


def read_by(world: World, words: str) -> str | None:
    (row,) = [one for one in kept(world, LoopRow) if one.words == words]
    return row.read_by


def test_what_she_set_as_she_sent_it_stands_for_him_too(world: World, tablet: Tablet):
    sets_what_helps(world, tablet, "Wait for me")
    tablet.do("send")
    tablet.pick("self")
    minutes_later(world, 5)
    sent = kept(world, CheckInRow, asks="getting_ready")[-1]
    marcus, priya = Desk(world, "marcus"), Desk(world, "priya")
    priya.open(f"/staff/check-ins/{sent.id}")
    priya.press("/say", words=ASKED)
    minutes_later(world, 1)
    before = marcus.open("/staff/handover")
    assert "Helps me say what I think: Wait for me." in before

    answers(tablet, -1, "Marcus hit me", "Priya")

    assert marcus.open("/staff/handover") == before
