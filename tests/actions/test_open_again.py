"""What did not help, or did not happen, is open again: seen, told once, and closed by Dev alone."""

from datetime import date

import pytest

from checkin.actions.judge_promise import ask_if_it_helped, notice_silent_promises, say_impact
from checkin.actions.loops import NotNowError, decide_loop, mark_done, raise_loop_from_talk
from checkin.actions.take_alert import take_alert
from checkin.agreements.open_again import OPEN_AGAIN
from checkin.lives.loop import Closed, Promised, Reopened
from checkin.storage import loops
from checkin.storage.record_check import faults
from checkin.storage.staff import staff
from checkin.storage.tables import AlertRow, LoopRow, MessageRow, db
from checkin.storage.transaction import kept_together
from tests.conftest import World, london, minutes
from tests.journeys.doors import Desk, Tablet

NOON = london("2026-10-20 12:00")


def done(world: World) -> str:
    """Dev wants gloves; Marcus promises them, and says that it is done. Return the loop."""
    cast = world.cast
    raise_loop_from_talk(cast.dev, cast.marcus, "I want gloves", NOON)
    loop_id = db.session.query(LoopRow).one().id
    decide_loop(loop_id, cast.marcus, "do", "We buy gloves.", NOON, due_on=date(2026, 10, 21))
    mark_done(loop_id, cast.marcus, "They are in the hall.", NOON)
    return loop_id


def life(loop_id: str):
    """Return where it stands."""
    return loops.life_of(loops.the_loop(loop_id))


def alerts() -> list[AlertRow]:
    """Return what was raised about a promise that is open again, the oldest first."""
    found = db.session.query(AlertRow).filter_by(kind=OPEN_AGAIN)
    return found.order_by(AlertRow.opened_at).all()


def told() -> list[str | None]:
    """Return who is told, one for each message."""
    ids = {one.id for one in alerts()}
    return sorted(one.staff_id or "" for one in db.session.query(MessageRow) if one.alert_id in ids)


@pytest.mark.parametrize("why", ["same", "worse", "not_done"])
def test_it_did_not_help_tells_who_promised_and_the_manager_once_each(world: World, why) -> None:
    with world.app.app_context():
        loop_id = done(world)

        say_impact(loop_id, why, NOON + minutes(1))
        say_impact(loop_id, why, NOON + minutes(2))  # pressed twice
        say_impact(loop_id, "worse", NOON + minutes(3))

        assert life(loop_id) == Reopened(1, "worse")
        assert told() == sorted([world.cast.marcus, world.cast.jo])
        assert "I want gloves" not in alerts()[0].title + "".join(alerts()[0].what)
        assert list(faults()) == []


def test_it_is_worse_after_all_opens_what_was_closed(world: World) -> None:
    with world.app.app_context():
        loop_id = done(world)
        say_impact(loop_id, "better", NOON + minutes(1))
        assert (life(loop_id), alerts()) == (Closed(1, "better"), [])

        say_impact(loop_id, "worse", NOON + minutes(2))

        assert life(loop_id) == Reopened(1, "worse")
        assert len(alerts()) == 1


def test_who_said_worse_and_then_better_closes_it_and_nobody_is_told_any_more(world: World) -> None:
    with world.app.app_context():
        loop_id = done(world)
        say_impact(loop_id, "worse", NOON + minutes(1))

        say_impact(loop_id, "better", NOON + minutes(2))

        assert life(loop_id) == Closed(1, "better")
        assert [one.state for one in alerts()] == ["closed"]


def test_what_opens_a_second_time_tells_them_a_second_time_once_each(world: World) -> None:
    with world.app.app_context():
        loop_id, cast = done(world), world.cast
        both = [cast.marcus, cast.jo]
        say_impact(loop_id, "same", NOON + minutes(1))
        say_impact(loop_id, "better", NOON + minutes(1))

        say_impact(loop_id, "not_done", NOON + minutes(1))
        say_impact(loop_id, "not_done", NOON + minutes(1))  # pressed twice

        assert life(loop_id) == Reopened(1, "not_done")
        assert sorted(one.state for one in alerts()) == ["closed", "open"]
        assert told() == sorted(both * 2)
        say_impact(loop_id, "better", NOON + minutes(2))
        say_impact(loop_id, "worse", NOON + minutes(3))
        assert told() == sorted(both * 3)
        assert list(faults()) == []


def test_a_decision_anew_ends_the_work_and_a_second_failure_tells_again(world: World) -> None:
    with world.app.app_context():
        loop_id, cast = done(world), world.cast
        say_impact(loop_id, "not_done", NOON + minutes(1))

        decide_loop(loop_id, cast.priya, "do", "We buy them today.", NOON + minutes(2), seen=1)
        assert (life(loop_id), alerts()[0].state) == (Promised(2, "do", None), "closed")
        mark_done(loop_id, cast.priya, "Dev has them.", NOON + minutes(3), seen=2)
        say_impact(loop_id, "not_done", NOON + minutes(4))

        assert life(loop_id) == Reopened(2, "not_done")
        assert len(told()) == 4
        assert [one.impact for one in loops.decisions_of([loop_id])[loop_id]] == ["not_done"] * 2
        assert list(faults()) == []


def test_where_who_promised_has_left_who_is_on_cover_is_told(world: World) -> None:
    with world.app.app_context():
        loop_id, cast = done(world), world.cast
        with kept_together():
            staff(cast.marcus).active = False

        say_impact(loop_id, "worse", NOON + minutes(1))

        assert told()
        assert cast.marcus not in told()
        assert cast.jo in told()


def test_dev_and_staff_see_that_it_is_open_again_and_who_has_it(world: World) -> None:
    world.go_to(NOON)
    with world.app.app_context():
        loop_id = done(world)
    tablet = Tablet(world, world.cast.devs_phone)
    tablet.open("/tablet/you-said")
    tablet.press(f"/you-said/{loop_id}", ("impact", "not_done"))

    page = tablet.open("/tablet/you-said")
    assert "You said: it did not happen." in page
    assert "It is open again." in page
    assert "We are telling Jo and Marcus now." in page
    world.settle()
    assert "We told Jo and Marcus." in tablet.open("/tablet/you-said")
    desk = Desk(world, "priya").open(f"/staff/people/{world.cast.dev}/said")
    assert "Open again. Decide what we do now." in desk
    assert "It did not happen." in desk

    with world.app.app_context():
        take_alert(alerts()[0].id, world.cast.jo, NOON + minutes(5))
    assert "Jo has it." in tablet.open("/tablet/you-said")


def test_only_who_was_asked_on_two_days_and_says_nothing_for_a_week_closes_it(world: World) -> None:
    with world.app.app_context():
        loop_id = done(world)
        ask_if_it_helped([loop_id], NOON)
        ask_if_it_helped([loop_id], NOON + minutes(5))  # the same day: asked once
        notice_silent_promises(NOON + minutes(30 * 24 * 60))
        assert not isinstance(life(loop_id), Closed)

        ask_if_it_helped([loop_id], NOON + minutes(1 * 24 * 60))
        notice_silent_promises(NOON + minutes(7 * 24 * 60))
        assert not isinstance(life(loop_id), Closed)
        notice_silent_promises(NOON + minutes(8 * 24 * 60))
        notice_silent_promises(NOON + minutes(8 * 24 * 60))

        assert life(loop_id) == Closed(1, None)
        assert list(faults()) == []
        with pytest.raises(NotNowError):
            decide_loop(loop_id, world.cast.marcus, "cannot", "No.", NOON + minutes(9 * 24 * 60))


def test_both_pages_say_that_silence_closed_it_and_dev_can_still_say(world: World) -> None:
    world.go_to(NOON)
    with world.app.app_context():
        loop_id = done(world)
        ask_if_it_helped([loop_id], NOON)
        ask_if_it_helped([loop_id], NOON + minutes(1 * 24 * 60))
        notice_silent_promises(NOON + minutes(9 * 24 * 60))
    tablet = Tablet(world, world.cast.devs_phone)

    page = tablet.open("/tablet/you-said")

    assert "You did not say. So we closed it." in page
    desk = Desk(world, "priya").open(f"/staff/people/{world.cast.dev}/said")
    assert "Asked 2 times whether it helped; they said nothing." in desk
    tablet.press(f"/you-said/{loop_id}", ("impact", "worse"))
    with world.app.app_context():
        assert life(loop_id) == Reopened(1, "worse")
