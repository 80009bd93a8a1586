"""Ana answers on the tablet, and what we say to it is on her next page, seen and heard."""

import re

from checkin import clock
from checkin.actions.loops import decide_loop, mark_done, raise_loop_from_talk
from checkin.actions.start_check_in import begin
from checkin.storage import loops
from tests.conftest import World
from tests.journeys.doors import Tablet
from tests.journeys.test_a_telling_is_of_its_sitting import of_her_own

REPLY = "Thank you for telling us. That was not your plan."
NEXT = "What was different?"
HEARD_ONE_AFTER_THE_OTHER = rf'data-sound="/sound/\w+\.mp3">{REPLY}<.*data-sound="/sound/\w+\.mp3">{re.escape(NEXT)}<'  # fmt: skip


def to_the_reply(world: World, tablet: Tablet) -> None:
    """Say that her plan was not kept."""
    world.go_to("2026-10-20 10:35")
    tablet.begin("How was my morning?")
    tablet.pick("ok")
    tablet.pick("not_today")


def test_our_reply_is_seen_and_heard_before_the_next_question(world: World, tablet: Tablet):
    to_the_reply(world, tablet)

    assert f"{REPLY} {NEXT}" in tablet.words
    assert re.search(HEARD_ONE_AFTER_THE_OTHER, tablet.page.html, re.DOTALL)


def test_our_reply_stands_on_a_device_of_her_own_another_time_too(world: World, tablet: Tablet):
    to_the_reply(world, tablet)

    of_her_own(world)
    again = Tablet(world, world.cast.house_tablet)
    again.open(tablet.at)

    assert f"{REPLY} {NEXT}" in again.words


def test_back_and_on_again_says_nothing_stale(world: World, tablet: Tablet):
    to_the_reply(world, tablet)

    assert REPLY not in tablet.do("back")
    assert REPLY not in tablet.pick("all")  # it is another answer now


def test_our_reply_to_the_last_answer_is_said_with_what_she_said(world: World, tablet: Tablet):
    to_the_reply(world, tablet)
    tablet.pick("noise")
    tablet.press("", ("do", "change:daily_kept"))

    assert f"{REPLY} Here is what you said." in tablet.pick("not_today")
    assert REPLY not in tablet.do("send")


def test_listen_says_her_own_words_as_she_wrote_them_with_no_script(world: World, tablet: Tablet):
    ana, marcus = world.cast.ana, world.cast.marcus
    with world.app.app_context():
        raise_loop_from_talk(ana, world.cast.priya, "I don't like the hoover", clock.now())
        (loop,) = loops.loops_of(ana)
        decide_loop(loop.id, marcus, "do", "We hoover after 11.", clock.now())
        mark_done(loop.id, marcus, "Seen at 11:02.", clock.now())
        begin(ana, "did_it_work", "tablet", clock.now())
    tablet.begin("You said, we did")
    tablet.do("next")

    heard = re.search(r'<h1.*?data-sound="(.*?)">You said: I don.*?t like', tablet.page.html)
    listen = re.search(r'class="control listen" href="(.*?)"', tablet.page.html)
    assert heard
    assert listen
    assert heard[1] == listen[1]
