"""What Ana sets for herself holds at once: the next page looks like it, whatever is sent."""

from checkin import clock
from checkin.actions.change_settings import SET_IN_FLOWS
from checkin.actions.start_check_in import begin
from checkin.agreements.how_asked import Pictures, Size, Sound
from checkin.conversation.flows.sets import SETTINGS
from checkin.storage import people
from checkin.storage.tables import CheckInRow, PersonRow, RecordRow
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import alerts, at, kept

GROUP_DAYS = ("sat",)
MONDAY = "2026-10-19"
TO_PICTURES = (("tap",), ("bus",), ("not_good",))


def begins(world: World, tablet: Tablet) -> None:
    """Ana begins "How I like to answer", as far as the pictures."""
    world.go_to(f"{MONDAY} 15:00")
    with world.app.app_context():
        begin(world.cast.ana, "getting_ready", "tablet", clock.now())
    tablet.begin("How I like to answer")
    for picked in TO_PICTURES:
        tablet.pick(*picked)


def ana(world: World) -> PersonRow:
    with world.app.app_context():
        return people.the_person(world.cast.ana)


def test_very_big_words_and_no_pictures_are_on_the_next_page(world: World, tablet: Tablet):
    begins(world, tablet)
    before = tablet.page.html

    tablet.pick("no_pictures")
    without = tablet.page.html
    tablet.pick("xlarge")

    assert 'data-size="medium"' in before
    assert (ana(world).pictures, ana(world).size) == (Pictures.NONE, Size.VERY_LARGE)
    assert 'class="picture"' in before
    assert 'class="picture"' not in without
    assert 'data-size="xlarge"' in tablet.page.html


def test_a_changed_mind_sets_it_back_and_each_is_in_the_record(world: World, tablet: Tablet):
    begins(world, tablet)
    tablet.pick("photos")
    tablet.do("back")
    tablet.pick("drawings")
    tablet.do("back")
    tablet.pick("drawings")  # the same again is no change

    assert ana(world).pictures == Pictures.DRAWINGS
    changes = kept(world, RecordRow, kind="how_asked_changed", by=f"person:{world.cast.ana}")
    assert [one.what for one in changes] == ['{"pictures":"photos"}', '{"pictures":"drawings"}']


def test_it_holds_though_nothing_is_sent(world: World, tablet: Tablet):
    begins(world, tablet)
    tablet.pick("drawings")
    tablet.pick("large")
    tablet.pick("never")
    tablet.do("stop")
    tablet.press("/stop", ("choice", "throw_away"))

    assert (ana(world).size, ana(world).sound) == (Size.LARGE, Sound.NEVER)


def test_what_flows_may_set_is_what_a_person_has():
    assert {name: tuple(one) for name, one in SET_IN_FLOWS.items()} == SETTINGS


def test_do_not_ask_me_stops_the_asking_of_that_day_and_staff_plan_a_talk(
    world: World, tablet: Tablet
):
    world.go_to("2026-10-20 08:00")
    with world.app.app_context():
        begin(world.cast.ana, "getting_ready", "tablet", clock.now())
    tablet.begin("How I like to answer")
    while "Shall we ask you how things are?" not in tablet.words:
        tablet.do("skip")
    tablet.pick("dont_ask")
    tablet.do("send")
    world.go_to("2026-10-20 23:00")

    assert "How was my morning?" not in tablet.open("/tablet/my-page")
    mornings = kept(world, CheckInRow, asks="my_morning_daily")
    (today,) = (one for one in mornings if at(one.due_at).startswith("Tue"))
    assert (today.state, today.asked_at) == ("cancelled", None)
    (plan,) = alerts(world, task=True) or alerts(world)
    assert (plan.level, plan.title) == ("plan", "Ana said: Do not ask me.")
    page = Desk(world, "priya").open(f"/staff/people/{world.cast.ana}")
    assert "as they asked" in page
    world.go_to("2026-10-21 10:35")
    assert "How was my morning?" in tablet.open("/tablet/my-page")
