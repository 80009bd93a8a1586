"""The second of two things that happen to one alert is neither lost nor done twice."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from checkin.actions.call_for_help import call_for_help
from checkin.actions.close_alert import NotYoursError, close_alert, log_step
from checkin.actions.take_alert import Taken, TakenBy, take_alert
from checkin.actions.tell_next_contact import tell_next_contact
from checkin.storage import alert_steps, alerts
from checkin.storage.tables import AlertRow, MessageRow, db
from tests.conftest import World, london, minutes

NOON = london("2026-10-20 12:00")


def help_of_dev(world: World) -> str:
    """Dev presses Help; return the alert."""
    call_for_help(world.cast.dev, NOON)
    return db.session.scalars(select(AlertRow.id)).one()


def kinds(alert_id: str) -> list[str]:
    """Return what happened to an alert, in order."""
    return [step.kind for step in alert_steps.steps_of(alert_id)]


def told(alert_id: str) -> list[tuple[str | None, str]]:
    """Return who is told, and what of."""
    rows = db.session.scalars(
        select(MessageRow).where(MessageRow.alert_id == alert_id).order_by(MessageRow.made_at)
    )
    return [(row.staff_id, row.body.partition(". ")[2].partition(" Take it")[0]) for row in rows]


def test_lena_is_told_that_marcus_has_it(world: World) -> None:
    with world.app.app_context():
        alert_id = help_of_dev(world)
        first = take_alert(alert_id, world.cast.marcus, NOON)

        second = take_alert(alert_id, world.cast.lena, NOON + minutes(1))

        assert isinstance(first, Taken)
        assert second == TakenBy("Marcus", NOON)
        assert kinds(alert_id).count("taken") == 1
        assert alerts.the_alert(alert_id).taken_by == world.cast.marcus


def test_what_is_closed_cannot_be_closed_again_nor_taken_nor_told(world: World) -> None:
    with world.app.app_context():
        alert_id = help_of_dev(world)
        take_alert(alert_id, world.cast.marcus, NOON)
        close_alert(alert_id, world.cast.marcus, "Spoke to them", "", NOON + minutes(3))

        with pytest.raises(NotYoursError):
            close_alert(alert_id, world.cast.marcus, "Not needed", "", NOON + minutes(4))
        with pytest.raises(NotYoursError):
            log_step(alert_id, world.cast.marcus, "note", "one more", NOON + minutes(4))
        again = take_alert(alert_id, world.cast.lena, NOON + minutes(4))

        assert isinstance(again, TakenBy)
        assert tell_next_contact(NOON + timedelta(days=9)) == 0
        row = alerts.the_alert(alert_id)
        assert (row.state, row.outcome, row.closed_at) == (
            "closed",
            "Spoke to them",
            NOON + minutes(3),
        )


def test_dev_asks_for_help_again_within_two_minutes_and_staff_are_rung_again(world: World) -> None:
    with world.app.app_context():
        alert_id = help_of_dev(world)
        before = told(alert_id)

        call_for_help(world.cast.dev, NOON + timedelta(seconds=40), how="please come")

        assert db.session.scalars(select(AlertRow.id)).all() == [alert_id]
        assert kinds(alert_id) == ["opened", "telling", "again", "telling"]
        assert "please come" in alert_steps.steps_of(alert_id)[2].words
        assert [staff for staff, _ in told(alert_id)[len(before) :]] == [one for one, _ in before]
        assert told(alert_id)[-1][1] == "Again: Dev asked for help or is not OK."


def test_pressed_twice_in_one_breath_is_kept_twice_and_rung_once(world: World) -> None:
    with world.app.app_context():
        alert_id = help_of_dev(world)
        before = told(alert_id)

        call_for_help(world.cast.dev, NOON + timedelta(seconds=5))

        assert kinds(alert_id) == ["opened", "telling", "again"]
        assert told(alert_id) == before


def test_once_marcus_has_it_he_alone_is_told_that_dev_asked_again(world: World) -> None:
    with world.app.app_context():
        alert_id = help_of_dev(world)
        take_alert(alert_id, world.cast.marcus, NOON + minutes(1))
        before = told(alert_id)

        call_for_help(world.cast.dev, NOON + minutes(2))

        assert [staff for staff, _ in told(alert_id)[len(before) :]] == [world.cast.marcus]
        assert alerts.the_alert(alert_id).taken_by == world.cast.marcus


def test_a_claim_that_ran_out_goes_on_and_is_there_to_be_taken_again(world: World) -> None:
    with world.app.app_context():
        alert_id = help_of_dev(world)
        take_alert(alert_id, world.cast.marcus, NOON)
        later = NOON + minutes(30)

        tell_next_contact(later)

        assert kinds(alert_id)[-2:] == ["ran_out", "telling"]
        assert (alerts.the_alert(alert_id).step, alerts.the_alert(alert_id).taken_by) == (1, None)
        with pytest.raises(NotYoursError):
            log_step(alert_id, world.cast.marcus, "rang", "", later)
        assert isinstance(take_alert(alert_id, world.cast.lena, later), Taken)
        assert alerts.the_alert(alert_id).first_taken_at == NOON


def test_who_was_to_be_told_first_is_not_told_at_every_step(world: World) -> None:
    """Dev asked for Marcus, who does not come: Jo and the manager are told, not Marcus again."""
    with world.app.app_context():
        alert_id = help_of_dev(world)
        row = alerts.the_alert(alert_id)
        row.for_staff = world.cast.marcus
        db.session.commit()
        before = len(told(alert_id))

        for step in range(1, 4):
            tell_next_contact(NOON + minutes(30 * step))

        later = {staff for staff, _ in told(alert_id)[before:]}
        assert later - {world.cast.marcus}
        assert {world.cast.jo, world.cast.priya} & later
