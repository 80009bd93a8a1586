"""Ana's quiet time: a clock shrinks, nothing is asked, and what staff said or she began is there."""

import re

from checkin.channels.tablet.quiet_time import quiet_time
from checkin.storage import people
from tests.conftest import World, london
from tests.journeys.doors import Tablet
from tests.journeys.test_staff_answer_on_the_tablet import SAYS, at_desk, says

QUIET = "It is quiet time until 08:35."
OFFERED = ("How I am now", "How was my morning?", "New: what we agreed.")


def begins_to_tell(tablet: Tablet) -> None:
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(tablet.world.cast.priya)


def test_what_she_began_to_tell_is_there_in_quiet_time_and_nothing_is_asked(world: World):
    world.go_to("2026-10-20 08:31")
    tablet = Tablet(world, world.cast.house_tablet, world.cast.ana)
    begins_to_tell(tablet)
    words = tablet.open("/tablet/my-page")

    assert QUIET in words
    assert not [one for one in OFFERED if one in words]
    tablet.follow("You began to tell us something. Go on.")
    assert "/check-in/" in tablet.at


def test_what_staff_said_is_there_in_quiet_time(world: World, tablet: Tablet):
    world.go_to("2026-10-20 10:35")
    tablet.begin("How was my morning?")
    tablet.pick("ok")
    says(at_desk(tablet))
    world.go_to("2026-10-21 08:31")
    words = tablet.open("/tablet/my-page")
    tablet.follow("Marcus says something to you.")

    assert QUIET in words
    assert "How was my morning?" not in words
    assert SAYS in tablet.words


def test_its_clock_shows_what_is_left_and_its_page_goes_on_at_the_end(world: World):
    world.go_to("2026-10-20 08:31:30")
    tablet = Tablet(world, world.cast.house_tablet, world.cast.ana)

    assert 'pathLength="300" stroke-dasharray="210 300"' in tablet.page.html
    assert '<noscript><meta http-equiv="refresh" content="210"></noscript>' in tablet.page.html
    assert 'data-quiet-left="210"' in tablet.page.html


def test_a_page_of_before_knows_when_quiet_time_begins(world: World):
    world.go_to("2026-10-20 08:29")
    tablet = Tablet(world, world.cast.house_tablet, world.cast.ana)

    assert QUIET not in tablet.words
    assert 'data-quiet-in="60" data-quiet-left=""' in tablet.page.html


def test_left_alone_in_quiet_time_the_clock_stays_and_what_she_told_is_gone(world: World):
    world.go_to("2026-10-20 08:31")
    tablet = Tablet(world, world.cast.house_tablet, world.cast.ana)
    begins_to_tell(tablet)
    tablet.open("/tablet/my-page")
    told = tablet.words
    (idle,) = re.findall(r'data-idle="([^"]+)"', tablet.page.html)

    assert "You began to tell us something." in told
    assert QUIET in tablet.open(idle)
    assert "You began to tell us something." not in tablet.words


def test_quiet_time_over_midnight_is_quiet_after_midnight_too(world: World):
    with world.app.app_context():
        ana = people.the_person(world.cast.ana)
        ana.quiet_from, ana.quiet_minutes = ana.quiet_from.replace(hour=23, minute=50), 20
        found = [
            quiet_time(ana, london(f"2026-11-09 {at}"), "Europe/London")
            for at in ("23:49", "23:59", "00:09", "00:10")
        ]

    assert [one.is_now for one in found if one] == [False, True, True, False]
    assert [one.left for one in found if one] == [None, 660, 60, None]
