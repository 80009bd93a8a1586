"""Ana begins something herself: once, wherever she taps, and it is hers until she sends it."""

import re

import pytest

from checkin import clock
from checkin.actions.flows_in_use import flows_in_use
from checkin.example_people.people import ask_at_once
from checkin.storage.tables import CheckInRow
from tests.conftest import World, london
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import alerts, kept

NOW = "How I am now"
CARD = ("flow", "how_i_am")


def begun(world: World) -> list[CheckInRow]:
    return [one for one in kept(world, CheckInRow) if one.asks == "how_i_am"]


def test_her_page_offers_what_she_may_begin_seen_and_heard(world: World, tablet: Tablet):
    with world.app.app_context():
        offered = [one for one in flows_in_use().flows.values() if one.may_start]
    assert NOW in {one.title for one in offered}
    for one in offered:
        assert one.title in tablet.words
        assert re.search(rf'data-sound="[^"]+">{one.title}<', tablet.page.html)


def test_not_good_and_wanting_someone_now_is_told_as_she_was_told(world: World, tablet: Tablet):
    tablet.press("/begin", CARD)
    tablet.do("start")
    assert "That sounds hard." in tablet.pick("not_good")
    tablet.write("my head is loud")
    assert "We will tell staff when you send this." in tablet.pick("now")
    assert alerts(world) == []  # nothing is sent as yet
    tablet.do("send")

    (told,) = alerts(world)
    assert told.level == "soon"
    assert "my head is loud" in Desk(world, "priya").open(f"/staff/check-ins/{told.check_in_id}")


def test_two_taps_or_another_device_open_the_same_one(world: World, tablet: Tablet):
    tablet.press("/begin", CARD)
    first = tablet.at
    tablet.do("start")
    tablet.pick("ok")

    other = Tablet(world, world.cast.house_tablet, world.cast.ana)
    assert "You have begun. Carry on." in other.words
    assert ("flow", "how_i_am") not in other.page.forms["begin"].buttons  # it waits already
    token = other.page.forms["begin"].fields["csrf_token"]
    other.client.post("/tablet/begin", data={"flow": "how_i_am", "csrf_token": token})

    assert len(begun(world)) == 1
    assert NOW in other.open("/tablet/my-page")
    other.follow(NOW)
    assert "What you told is kept." in other.words
    other.follow("Go on")
    assert other.at == first
    assert "What do you want to tell us?" in other.words


def test_a_talk_later_is_asked_for_as_agreed(world: World, tablet: Tablet):
    tablet.press("/begin", CARD)
    tablet.do("start")
    tablet.pick("ok")
    tablet.do("skip")
    assert "We will ask for a talk when you send this." in tablet.pick("talk")
    tablet.do("send")

    (asked,) = alerts(world, task=True)
    assert (asked.kind, asked.level) == ("ask_to_talk", "today")


@pytest.mark.parametrize("flow", ["tell_someone", "group_day", "nothing"])
def test_what_no_file_lets_her_begin_is_not_begun(world: World, tablet: Tablet, flow: str):
    before = len(kept(world, CheckInRow))
    token = tablet.page.forms["begin"].fields["csrf_token"]

    tablet.client.post("/tablet/begin", data={"flow": flow, "csrf_token": token})

    assert len(kept(world, CheckInRow)) == before


def test_it_is_hers_until_she_throws_it_away(world: World, tablet: Tablet):
    tablet.press("/begin", CARD)
    tablet.do("start")
    tablet.pick("ok")
    clock.stop_at(london("2026-10-23 09:00"))
    assert "You began on Monday. Carry on." in tablet.open("/tablet/my-page")

    tablet.follow(NOW)
    tablet.do("stop")
    tablet.press("/stop", ("choice", "throw_away"))
    tablet.press("/throw-away", ("choice", "throw_away"))

    assert "You began" not in tablet.open("/tablet/my-page")
    assert CARD in tablet.page.forms["begin"].buttons  # and she may begin again


def test_in_the_demo_something_waits_for_both_at_any_hour(world: World):
    world.go_to("2026-10-19 23:50")
    with world.app.app_context():
        ask_at_once(world.cast, clock.now())
    for token, person in ((world.cast.house_tablet, world.cast.ana), (world.cast.devs_phone, None)):
        assert re.search(r"My week About \d questions", Tablet(world, token, person).words)
