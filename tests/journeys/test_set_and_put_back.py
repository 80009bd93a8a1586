"""What Ana set in another sending stays; what is put back is what stood just before."""

from checkin.storage.tables import CheckInRow, OwnSetRow, RecordRow
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import alerts, kept
from tests.journeys.test_how_i_use_this import newest, opens, sets
from tests.journeys.test_what_ana_sets import (
    ana,
    begins,
    begins_again,
    handover,
    mornings,
    says,
    sends_her_morning,
    sets_what_helps,
)

GROUP_DAYS = ("sat",)
MONDAY = "2026-10-19"
PAGE = "/tablet/how-i-use-this"
CHANGED = "Ana changed how they want things."


def puts_back(world: World, tablet: Tablet) -> None:
    tablet.open(PAGE)
    tablet.press("/how-i-use-this", ("undo", str(newest(world))))


def quiet(world: World) -> tuple[str, int | None]:
    now = ana(world)
    return f"{now.quiet_from:%H:%M}", now.quiet_minutes


def test_what_was_sent_before_stays_when_the_last_sending_is_put_back(world: World, tablet: Tablet):
    world.go_to(f"{MONDAY} 15:00")
    sends_her_morning(world, tablet, "q10", "t0730")
    world.go_to(f"{MONDAY} 15:10")
    sends_her_morning(world, tablet, "q5")
    before = quiet(world)
    puts_back(world, tablet)

    assert before == ("07:30", 5)
    assert quiet(world) == ("07:30", 10)
    assert "My morning starts: Half past 7." in handover(world)


def test_what_stood_just_before_is_put_back_not_what_stood_first(world: World, tablet: Tablet):
    opens(world, tablet)
    for size in ("xlarge", "large"):
        sets(tablet, "size", size)
        tablet.press("", ("choice", "self"))
    puts_back(world, tablet)

    assert ana(world).size == "xlarge"


def test_a_time_of_day_taken_back_unread_is_as_it_was_agreed(world: World, tablet: Tablet):
    world.go_to(f"{MONDAY} 14:00")
    agreed = mornings(world)
    begins_again(world)
    says(tablet, "evening")
    evening = mornings(world)
    tablet.press("/take-back")

    assert evening != agreed
    assert mornings(world) == agreed


def test_a_time_put_back_to_another_of_hers_is_not_put_back_again(world: World, tablet: Tablet):
    opens(world, tablet)
    for time in ("evening", "afternoon"):
        sets(tablet, "time", time)
        tablet.press("", ("choice", "self"))
    puts_back(world, tablet)

    assert "Ask me in the: evening." in Desk(world, "lena").open("/staff/handover")
    assert "Put it back" not in tablet.words


def test_a_quiet_time_set_twice_is_in_the_record_once_and_staff_are_told_once(
    world: World, tablet: Tablet
):
    world.go_to(f"{MONDAY} 15:00")
    for _ in range(2):
        sends_her_morning(world, tablet, "q10")

    changes = kept(world, RecordRow, kind="how_asked_changed", by=f"person:{world.cast.ana}")
    assert [one.what for one in changes] == ['{"quiet_for":"10"}']
    assert [one.title for one in alerts(world)].count(CHANGED) == 1


def test_a_line_put_back_in_another_sitting_is_told_again(world: World, tablet: Tablet):
    world.go_to(f"{MONDAY} 15:00")
    sets_what_helps(world, tablet, "Wait for me")
    tablet.do("send")
    tablet.pick("self")
    world.go_to(f"{MONDAY} 15:40")
    puts_back(world, tablet)

    assert "Wait for me" not in handover(world)
    assert [one.title for one in alerts(world)].count(CHANGED) == 2


def test_what_a_conversation_set_is_kept_with_it(world: World, tablet: Tablet):
    begins(world, tablet)
    tablet.pick("no_pictures")
    (talk,) = kept(world, CheckInRow, asks="getting_ready")

    (changed,) = kept(world, OwnSetRow, kind="pictures", by=f"person:{world.cast.ana}")
    assert changed.check_in_id == talk.id
