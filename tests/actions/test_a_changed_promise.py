"""A promise that changes is told, and the one before is never lost."""

import pytest

from checkin.actions.judge_promise import say_impact
from checkin.actions.loops import (
    NotNowError,
    decide_loop,
    mark_done,
    raise_loop_from_talk,
    tell_loop,
)
from checkin.lives.loop import Closed, Done, Promised, Refused
from checkin.storage import loops
from checkin.storage.tables import LoopDecisionRow, LoopRow, db
from tests.conftest import World, london, minutes
from tests.journeys.doors import Desk, Tablet

NOON = london("2026-10-20 12:00")
FRIDAY = london("2026-10-23 09:00").date()
PROMISE, NO = "We will go with you on Friday.", "The bus is broken until Monday."


def said(world: World) -> str:
    """Dev tells Marcus something; return the loop."""
    raise_loop_from_talk(world.cast.dev, world.cast.marcus, "I want to go to the pool", NOON)
    return db.session.query(LoopRow).one().id


def promised_then_not(world: World) -> str:
    """Marcus promises, with Jo to do it; Dev hears it; then Priya says that we cannot."""
    loop_id, cast = said(world), world.cast
    decide_loop(loop_id, cast.marcus, "do", PROMISE, NOON, owner_id=cast.jo, due_on=FRIDAY)
    tell_loop(loop_id, NOON + minutes(5))
    decide_loop(loop_id, cast.priya, "cannot", NO, NOON + minutes(60))
    return loop_id


def decided(loop_id: str) -> list[LoopDecisionRow]:
    """Return every decision, the oldest first."""
    return loops.decisions_of([loop_id])[loop_id]


def test_both_decisions_are_kept_with_who_and_when_and_the_newest_acts(world: World) -> None:
    with world.app.app_context():
        loop_id = promised_then_not(world)

        first, second = decided(loop_id)
        row = loops.the_loop(loop_id)
        assert (first.words, first.staff_id, first.owner_id, first.at, first.due_on) == (
            PROMISE, world.cast.marcus, world.cast.jo, NOON, FRIDAY,
        )  # fmt: skip
        assert (second.words, second.staff_id, second.at) == (
            NO, world.cast.priya, NOON + minutes(60),
        )  # fmt: skip
        assert (row.decision, row.we_did, row.decided_by) == ("cannot", NO, world.cast.priya)
        assert loops.life_of(row) == Refused(2, told=False)


def test_dev_reads_what_we_said_and_what_is_true_now(world: World) -> None:
    with world.app.app_context():
        loop_id = promised_then_not(world)
    tablet = Tablet(world, world.cast.devs_phone)

    page = tablet.open("/tablet/you-said")

    assert page.index(f"We said: {PROMISE}") < page.index("Now: Why we cannot") < page.index(NO)
    with world.app.app_context():
        assert loops.the_loop(loop_id).told_at
        assert [bool(one.told_at) for one in decided(loop_id)] == [True, True]


def test_what_dev_never_heard_is_not_called_a_promise(world: World) -> None:
    with world.app.app_context():
        loop_id = said(world)
        decide_loop(loop_id, world.cast.marcus, "do", PROMISE, NOON)
        decide_loop(loop_id, world.cast.marcus, "cannot", NO, NOON + minutes(1))

    page = Tablet(world, world.cast.devs_phone).open("/tablet/you-said")

    assert NO in page
    assert PROMISE not in page


def test_staff_see_both_and_who_decided(world: World) -> None:
    with world.app.app_context():
        promised_then_not(world)

    page = Desk(world, "priya").open(f"/staff/people/{world.cast.dev}/said")

    assert "Decided by Marcus" in page
    assert f"We will do it. “{PROMISE}”" in page
    assert "Decided by Priya" in page
    assert page.index(PROMISE) < page.index("We cannot.") < page.index(NO)
    assert "I told Dev" in page


def test_whoever_marks_it_done_does_not_take_it_from_who_promised(world: World) -> None:
    with world.app.app_context():
        loop_id, cast = said(world), world.cast
        decide_loop(loop_id, cast.marcus, "do", PROMISE, NOON, owner_id=cast.jo)

        mark_done(loop_id, cast.priya, "The ticket is on the fridge.", NOON + minutes(9))

        row = loops.the_loop(loop_id)
        assert (row.owner_id, row.done_by) == (cast.jo, cast.priya)
        assert loops.life_of(row) == Done(1)


def test_a_decision_after_it_was_done_opens_it_again_and_loses_nothing(world: World) -> None:
    with world.app.app_context():
        loop_id, cast = said(world), world.cast
        decide_loop(loop_id, cast.marcus, "do", PROMISE, NOON)
        mark_done(loop_id, cast.marcus, "The ticket is on the fridge.", NOON + minutes(1))

        decide_loop(loop_id, cast.marcus, "trial", "Once more, on Monday.", NOON + minutes(2))

        assert loops.life_of(loops.the_loop(loop_id)) == Promised(2, "trial", None)
        assert decided(loop_id)[0].done_how == "The ticket is on the fridge."
        with pytest.raises(NotNowError):
            say_twice_done(loop_id, cast.marcus)


def say_twice_done(loop_id: str, staff_id: str) -> None:
    """It is done, and then done again."""
    mark_done(loop_id, staff_id, "We went.", NOON + minutes(3))
    mark_done(loop_id, staff_id, "We went again.", NOON + minutes(4))


def test_what_we_cannot_do_is_never_marked_done(world: World) -> None:
    with world.app.app_context():
        loop_id = promised_then_not(world)

        with pytest.raises(NotNowError):
            mark_done(loop_id, world.cast.marcus, "Done.", NOON + minutes(70))


def test_dev_closes_it_and_staff_decide_no_more(world: World) -> None:
    with world.app.app_context():
        loop_id, cast = said(world), world.cast
        decide_loop(loop_id, cast.marcus, "do", PROMISE, NOON)
        say_impact(loop_id, "better", NOON)  # from a page left open: nothing is done yet
        mark_done(loop_id, cast.marcus, "We went.", NOON)
        say_impact(loop_id, "better", NOON + minutes(1))
        say_impact(loop_id, "better", NOON + minutes(2))

        row = loops.the_loop(loop_id)
        assert loops.life_of(row) == Closed(1, "better")
        assert row.closed_at == NOON + minutes(1)
        with pytest.raises(NotNowError):
            decide_loop(loop_id, cast.marcus, "cannot", NO, NOON + minutes(3))
