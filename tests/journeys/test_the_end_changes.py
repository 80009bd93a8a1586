"""What Ana sent is with somebody: the last page says with whom, and says otherwise once it is otherwise."""

import pytest

from checkin import clock
from checkin.actions.loops import decide_loop, mark_done, read_loop
from checkin.storage.tables import CheckInRow
from tests.conftest import World, london
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import kept, loop
from tests.journeys.test_a_telling_is_of_its_sitting import of_her_own
from tests.journeys.test_promises import finish, tell
from tests.journeys.test_staff_answer_on_the_tablet import read

CURTAINS, BUY = "I want new curtains", "We buy new curtains."
FRIDAY = london("2026-10-23 12:00").date()


@pytest.fixture
def sent(world: World, tablet: Tablet) -> Tablet:
    """Ana said how she is, and what she wants, and sent it."""
    tablet.open("/tablet/my-page")
    tablet.press("/begin", ("flow", "how_i_am"))
    tablet.do("start")
    tablet.pick("ok")
    tablet.write(CURTAINS)
    tablet.pick("no_one")
    tablet.do("send")
    tablet.pick("self")
    return tablet


def again(tablet: Tablet) -> str:
    """Look at the last page again."""
    return tablet.open(tablet.at)


def decided(world: World, by: str, decision: str = "do", words: str = BUY) -> None:
    """Let it be decided what we do, and that Marcus does it by Friday."""
    with world.app.app_context():
        decide_loop(
            loop(world, CURTAINS).id,
            by,
            decision,
            words,
            clock.now(),
            owner_id=world.cast.marcus,
            due_on=FRIDAY,
        )


def test_while_nobody_read_it_she_reads_who_will_and_by_when(sent: Tablet):
    assert "Priya will read what you want by Tuesday. We will tell you" in sent.words


def test_once_marcus_opened_it_she_reads_that_he_read_it(world: World, sent: Tablet):
    Desk(world, "marcus").open(f"/staff/check-ins/{sent.at.rpartition('/')[2]}")

    words = again(sent)
    assert "Marcus has read it. We will tell you" in words
    assert "Priya" not in words


def test_once_jo_marked_her_words_as_read_it_is_jo_who_read_it(world: World, sent: Tablet):
    with world.app.app_context():
        read_loop(loop(world, CURTAINS).id, world.cast.jo, clock.now())

    assert "Jo has read it." in again(sent)
    assert "Jo has read it." in sent.open("/tablet/you-said")


def test_what_was_decided_and_who_does_it_is_on_the_last_page_as_on_you_said(
    world: World, sent: Tablet
):
    at = sent.at
    decided(world, world.cast.jo)

    last, you_said = sent.open(at), sent.open("/tablet/you-said")
    for page in (last, you_said):
        assert "Marcus, by Friday 23 October" in page
        assert "will look at this" not in page
    assert f"We will: {BUY}" in last


def test_on_a_tablet_of_her_own_you_said_names_who_will_as_the_last_page_does(
    world: World, sent: Tablet
):
    of_her_own(world)
    there = sent.at

    for page in (there, "/tablet/you-said"):
        assert "Priya will read what you want by Tuesday." in sent.open(page)


def test_what_was_done_is_there_and_nothing_is_promised_any_more(world: World, sent: Tablet):
    decided(world, world.cast.jo)
    with world.app.app_context():
        mark_done(loop(world, CURTAINS).id, world.cast.marcus, "They hang there.", clock.now())

    words = again(sent)
    assert f"We did: {BUY} Marcus" in words
    assert "We will tell you" not in words
    assert "by Friday" not in words


def test_why_we_cannot_is_there_and_names_nobody(world: World, sent: Tablet):
    decided(world, world.cast.jo, "cannot", "There is no money.")

    words = again(sent)
    assert "Why we cannot: There is no money." in words
    assert "Marcus" not in words


def test_who_sat_with_her_and_closed_it_looked_at_it(world: World, tablet: Tablet):
    tell(tablet, "good", show_to=(world.cast.priya,), want="talk")
    finish(tablet)
    priya = Desk(world, "priya")
    priya.take("Ana asked to talk")
    assert "Priya will look at this by Tuesday." in again(tablet)
    priya.close("Done")

    words = again(tablet)
    assert "Priya has looked at this. Priya will read your words by Tuesday." in words
    assert "will look at this" not in words


def test_what_marcus_says_to_her_stands_there_as_his(world: World, sent: Tablet):
    there = sent.at
    desk = Desk(world, "marcus")
    desk.open(f"/staff/check-ins/{there.rpartition('/')[2]}")
    desk.press("/say", words="I come at 4.")

    sent.open(there)
    read(sent)

    assert 'Marcus said to you: "I come at 4."' in sent.open(there)


def test_where_there_is_nothing_to_be_read_or_done_nobody_is_said_to_look_at_it(
    world: World, tablet: Tablet
):
    world.go_to("2026-10-20 10:35")
    tablet.begin("How was my morning?")
    tablet.pick("ok")
    tablet.pick("all")
    tablet.do("send")
    tablet.pick("self")

    assert kept(world, CheckInRow, asks="my_morning_daily")
    assert "Priya can read this." in tablet.words
    assert "will look at this" not in tablet.words
