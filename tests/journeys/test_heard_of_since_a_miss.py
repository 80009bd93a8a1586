"""Dev was missed and is heard of since: nobody is rung about it any more, and he reads nothing untrue."""

import pytest

from tests.conftest import World
from tests.journeys.doors import DEV, Desk, Phone

TUESDAY = "2026-10-20"
LEAVE = "Dev did not answer: leave, due 09:15."
ARRIVE = "Dev did not answer: arrive, due 10:00."
RINGS_NOBODY = "We ring nobody about this. Ring Dev, or close it."


@pytest.fixture
def missed(world: World) -> World:
    """He answered where he left, and not where he arrives: at 10:20 he is missed."""
    Phone(world).text(f"{TUESDAY} 09:16", "OK")
    world.go_to(f"{TUESDAY} 10:21")
    assert world.texts(DEV)[-1] == "Hi Dev. We are asking Marcus to ring you."
    return world


def told(world: World, by: str = "") -> int:
    """Return how many times staff were told of anything, or by that way alone."""
    to_staff = [one for one in world.sent if one.number != DEV]
    return sum(by in ("", one.channel) for one in to_staff)


def test_who_answers_late_is_not_told_that_nobody_answers_and_nobody_is_rung(missed: World):
    Phone(missed).text(f"{TUESDAY} 10:24", "OK")
    said, so_far = missed.texts(DEV), told(missed)
    missed.go_to(f"{TUESDAY} 11:30")

    assert said[-1] == "Thanks Dev."
    assert missed.texts(DEV) == said
    assert told(missed) == so_far


def test_it_stands_on_the_list_and_says_what_is_left_to_do(missed: World):
    Phone(missed).text(f"{TUESDAY} 10:24", "OK")
    lena = Desk(missed, "lena")

    assert ARRIVE in lena.words
    assert "Dev wrote OK at 10:24, to Arrive." in lena.words
    assert RINGS_NOBODY in lena.words
    lena.follow(ARRIVE)
    assert 'Texted: "OK"' in lena.words


def test_whoever_takes_it_to_close_it_promises_him_no_call(missed: World):
    Phone(missed).text(f"{TUESDAY} 10:24", "OK")
    said = missed.texts(DEV)
    marcus = Desk(missed, "marcus")
    marcus.take(ARRIVE)
    missed.settle()
    marcus.close("They forgot to answer")
    missed.settle()

    assert missed.texts(DEV) == said


def test_nobody_looks_at_it_in_this_shift_and_the_next_is_texted_and_not_rung(missed: World):
    Phone(missed).text(f"{TUESDAY} 10:24", "OK")
    Phone(missed).text(f"{TUESDAY} 16:01", "OK")
    texts, calls = told(missed, "text"), told(missed, "call")
    missed.go_to(f"{TUESDAY} 18:30")

    assert told(missed, "text") == texts + 1
    assert told(missed, "call") == calls


def test_a_second_miss_after_that_is_rung_for(missed: World):
    Phone(missed).text(f"{TUESDAY} 10:24", "OK")
    missed.go_to(f"{TUESDAY} 16:21")

    assert missed.texts(DEV)[-1] == "Hi Dev. We are asking Marcus to ring you."


def test_an_ok_to_the_next_one_is_heard_of_the_one_before(world: World):
    world.go_to(f"{TUESDAY} 09:36")
    Phone(world).text(f"{TUESDAY} 10:05", "OK")
    said, so_far = world.texts(DEV), told(world)
    world.go_to(f"{TUESDAY} 11:00")

    assert world.texts(DEV) == said
    assert told(world) == so_far


# Late --------------------------------------------------------------------------------------------


@pytest.fixture
def late(world: World) -> World:
    """He is missed at 09:35, and says ten minutes later that he is late."""
    world.go_to(f"{TUESDAY} 09:36")
    Phone(world).text(f"{TUESDAY} 09:45", "ok sorry late")
    assert world.texts(DEV)[-1] == "Thanks Dev. We will wait until 10:15."
    return world


def test_nobody_is_told_until_then(late: World):
    said, so_far = late.texts(DEV), told(late)
    late.go_to(f"{TUESDAY} 10:14")

    assert late.texts(DEV) == said
    assert told(late) == so_far
    words = Desk(late, "lena").words
    assert "Dev wrote ok sorry late at 09:45, to Arrive: late until 10:15." in words
    assert "Jo is told at 10:15" in words


def test_a_late_that_ran_out_with_no_ok_goes_on(late: World):
    so_far = told(late, "call")
    late.go_to(f"{TUESDAY} 10:16")

    assert told(late, "call") == so_far + 1
    assert "Nobody has answered yet. We are trying Jo. In danger? Ring 999." in late.texts(DEV)


def test_who_said_late_and_then_ok_is_rung_for_no_more(late: World):
    Phone(late).text(f"{TUESDAY} 10:10", "OK")
    so_far = told(late)
    late.go_to(f"{TUESDAY} 11:00")

    assert told(late) == so_far
    assert late.texts(DEV)[-1] == "Thanks Dev."


def test_late_for_the_way_home_lets_nobody_wait_for_the_way_there(world: World):
    world.go_to(f"{TUESDAY} 10:21")
    Phone(world).text(f"{TUESDAY} 10:22", "LATE 20")
    so_far = told(world, "call")
    world.go_to(f"{TUESDAY} 10:45")

    assert told(world, "call") > so_far
