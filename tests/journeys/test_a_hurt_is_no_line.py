"""Ana tells of a hurt where she sets how she wants things: no line says it, to nobody it is kept from."""

import pytest

from checkin import clock
from checkin.actions.start_check_in import begin
from checkin.storage.tables import CheckInRow, LoopRow, OwnSetRow
from tests.conftest import World
from tests.journeys.doors import JO, MARCUS, Desk, Tablet
from tests.journeys.records import alerts, kept
from tests.journeys.test_a_telling_is_of_its_sitting import of_her_own

GROUP_DAYS = ("sat",)
BY_PRIYA, HELPS = "priya hits me", "a quiet room"
CHANGED = "changed how they want things"
PAGE = "/tablet/how-i-use-this"


def changes(tablet: Tablet, what: str, words: str) -> None:
    """Change one line under How I use this, and send it."""
    tablet.open(f"{PAGE}/{what}")
    tablet.press(f"/{what}")
    if what == "avoid":
        tablet.say(words=words)  # beside what can be picked
        tablet.do("next")
    else:
        tablet.write(words)
    tablet.do("send")
    tablet.pick("self")


def goes_on(tablet: Tablet, asked: str) -> None:
    """Skip what is asked, as far as this."""
    while asked not in tablet.words:
        tablet.do("skip")


def sets_up(world: World, tablet: Tablet) -> None:
    """Say in "How I like to answer" what helps, and then who hurts her."""
    with world.app.app_context():
        begin(world.cast.ana, "getting_ready", "tablet", clock.now())
    tablet.begin("How I like to answer")
    goes_on(tablet, "What helps you to say what you think?")
    tablet.write(HELPS)
    goes_on(tablet, "What makes things worse?")
    tablet.write(BY_PRIYA)
    goes_on(tablet, "Here is what you said.")
    tablet.do("send")
    tablet.pick("self")


def pages_of(world: World, desk: Desk) -> str:
    """All that staff read of what she set."""
    ana = world.cast.ana
    addresses = ("", "handover", f"people/{ana}", f"people/{ana}/how-asked")
    return " ".join(desk.open(f"/staff/{one}") + desk.page.html for one in addresses)


@pytest.mark.parametrize("what", ["worse", "avoid", "well", "places", "words"])
def test_a_hurt_told_as_a_line_is_told_and_sets_none(world: World, tablet: Tablet, what: str):
    world.go_to("2026-10-19 15:00")
    changes(tablet, what, BY_PRIYA)
    changes(tablet, what, BY_PRIYA)  # and the second time
    world.go_to("2026-10-19 15:01")

    assert BY_PRIYA not in tablet.open(PAGE)
    assert kept(world, OwnSetRow, by=f"person:{world.cast.ana}") == []
    assert [one.words for one in kept(world, LoopRow)] == [BY_PRIYA] * 2
    assert {one.kind for one in alerts(world)} == {"someone_hurt"}
    assert MARCUS in {one.number for one in world.sent}
    for who in ("priya", "marcus"):
        page = pages_of(world, Desk(world, who))
        assert CHANGED not in page
        assert (BY_PRIYA in page) == (who == "marcus")  # on his list, to act on
    assert BY_PRIYA not in Desk(world, "marcus").open("/staff/handover")


def test_what_she_set_with_it_is_for_no_one_it_is_kept_from(world: World, tablet: Tablet):
    world.go_to("2026-10-19 15:00")
    sets_up(world, tablet)

    priya, marcus = Desk(world, "priya"), Desk(world, "marcus")
    hers, his = pages_of(world, priya), pages_of(world, marcus)
    assert HELPS not in hers
    assert CHANGED not in hers
    assert HELPS in his
    assert CHANGED in his
    assert BY_PRIYA not in hers
    assert HELPS not in tablet.open(PAGE)


def test_her_card_is_read_as_it_stands_for_whoever_reads_it(world: World, tablet: Tablet):
    world.go_to("2026-10-19 15:00")
    priya = Desk(world, "priya")
    priya.open("/staff/handover")
    sets_up(world, tablet)
    world.go_to("2026-10-19 15:05")

    assert "changed since" not in priya.press(f"/handover/{world.cast.ana}/read")


def test_more_that_she_sets_afterwards_is_told_to_all(world: World, tablet: Tablet):
    world.go_to("2026-10-19 15:00")
    sets_up(world, tablet)
    changes(tablet, "well", "knock first")

    hers = pages_of(world, Desk(world, "priya"))
    assert "knock first" in hers
    assert CHANGED in hers
    assert HELPS not in hers


def test_what_she_puts_back_says_nothing_of_what_was_kept(world: World, tablet: Tablet):
    world.go_to("2026-10-19 15:00")
    of_her_own(world)
    sets_up(world, tablet)
    changes(tablet, "helps", "wait for me")
    newest = max(one.number for one in kept(world, OwnSetRow, person_id=world.cast.ana))
    tablet.open(PAGE)
    tablet.press("/how-i-use-this", ("undo", str(newest)))

    assert HELPS in tablet.open(PAGE)
    hers = pages_of(world, Desk(world, "priya"))
    assert HELPS not in hers
    assert "wait for me" not in hers
    assert HELPS in pages_of(world, Desk(world, "marcus"))
    assert JO not in {one.number for one in world.sent}


def test_before_she_sends_it_says_whom_it_will_be_told_and_never_that_nobody_sees_it(
    world: World, tablet: Tablet
):
    world.go_to("2026-10-19 15:00")
    tablet.open(f"{PAGE}/worse")
    tablet.press("/worse")
    tablet.write(BY_PRIYA)
    read_back = tablet.words
    tablet.do("send")
    tablet.pick("self")

    assert "Marcus and Lena will be told at once." in read_back
    assert "Nobody here" not in read_back
    assert "Jo, Lena and Marcus will see this." in read_back
    (row,) = kept(world, CheckInRow, asks="getting_ready")
    reads = {
        who: BY_PRIYA in Desk(world, who).open(f"/staff/check-ins/{row.id}")
        for who in ("jo", "lena", "marcus")
    }
    assert all(reads.values()), reads


@pytest.mark.parametrize("words", ["not priya please", "i dont want priya", "when priya is on"])
def test_a_line_that_says_whom_she_does_not_want_is_no_line(
    world: World, tablet: Tablet, words: str
):
    world.go_to("2026-10-19 15:00")
    changes(tablet, "worse", words)
    changes(tablet, "worse", words)  # and the second time
    world.go_to("2026-10-19 15:01")

    assert kept(world, OwnSetRow, by=f"person:{world.cast.ana}") == []
    assert words not in pages_of(world, Desk(world, "priya"))
    assert {one.level for one in alerts(world)} == {"today"}


def test_a_line_that_names_whom_she_likes_stands(world: World, tablet: Tablet):
    world.go_to("2026-10-19 15:00")
    changes(tablet, "well", "i like priya to sit with me")

    assert "i like priya to sit with me" in pages_of(world, Desk(world, "priya"))
