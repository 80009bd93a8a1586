"""What is for Priya is not taken by Lena; what is about Marcus is never taken by Marcus."""

import pytest
from sqlalchemy import select

from checkin.actions.close_alert import NotYoursError, close_alert
from checkin.actions.enrol_device import enrol, make_code
from checkin.actions.give_back import give_back, refuse
from checkin.actions.hear_text import hear_text
from checkin.actions.take_alert import Taken, TakenBy, take_alert
from checkin.actions.tell_next_contact import tell_next_contact
from checkin.actions.who_may_take import ForOthers
from checkin.actions.whom_a_step_tells import whom
from checkin.storage import alerts
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow, db
from tests.actions.test_who_is_named import promised, tasks
from tests.conftest import World, london, minutes

NOON = london("2026-10-20 12:00")


def dev_stops(world: World) -> str:
    """Dev wants no more texts: Priya, who knows him best, is to ask him; return the task."""
    hear_text("SM-stop", "+447700900001", "STOP", NOON)
    return db.session.scalars(select(AlertRow.id).where(AlertRow.task)).one()


def let_in_by(world: World, staff_id: str) -> str:
    """Let in a device as Ana's own; return the task to ask her about it."""
    code = make_code(world.cast.house, "Ana's phone", staff_id, NOON, person_id=world.cast.ana)
    assert enrol(code, NOON, door="here")
    return db.session.scalars(select(AlertRow.id).where(AlertRow.task)).one()


def words(answer: object) -> str:
    """Return what one is told who may not."""
    assert isinstance(answer, ForOthers)
    return answer.words


def test_what_is_for_priya_lena_does_not_take(world: World) -> None:
    with world.app.app_context():
        task = dev_stops(world)

        lena = take_alert(task, world.cast.lena, NOON)

        assert words(lena) == "Only Priya can take it."
        assert alerts.the_alert(task).state == "open"
        assert isinstance(take_alert(task, world.cast.priya, NOON), Taken)


def test_jo_the_manager_takes_it_where_priya_left_and_priya_no_more(world: World) -> None:
    with world.app.app_context():
        task = dev_stops(world)
        staff_kept.change(world.cast.priya, active=False)
        db.session.commit()

        assert "Jo" in words(take_alert(task, world.cast.priya, NOON))
        assert isinstance(take_alert(task, world.cast.jo, NOON), Taken)


def test_whoever_is_told_because_priya_did_nothing_may_take_it(world: World) -> None:
    with world.app.app_context():
        task = dev_stops(world)
        due = alerts.the_alert(task).next_at
        assert due
        assert isinstance(take_alert(task, world.cast.marcus, due), ForOthers)

        tell_next_contact(due)  # reminded, an hour before it is over
        over = alerts.the_alert(task).next_at or due
        tell_next_contact(over)

        assert isinstance(take_alert(task, world.cast.marcus, over), Taken)


def test_where_priya_says_that_she_cannot_the_next_one_told_may(world: World) -> None:
    with world.app.app_context():
        task = dev_stops(world)
        take_alert(task, world.cast.priya, NOON)

        told = give_back(task, world.cast.priya, NOON + minutes(1))

        assert told
        assert world.cast.priya not in {one.id for one in told}
        assert isinstance(take_alert(task, told[0].id, NOON + minutes(1)), Taken)


def test_lena_cannot_send_on_what_is_for_priya(world: World) -> None:
    with world.app.app_context():
        task = dev_stops(world)

        assert refuse(task, world.cast.lena, NOON) is None
        assert alerts.the_alert(task).step == 0


def test_marcus_never_looks_at_the_device_that_he_let_in(world: World) -> None:
    with world.app.app_context():
        task = let_in_by(world, world.cast.marcus)

        marcus = take_alert(task, world.cast.marcus, NOON)

        assert words(marcus) == "This is about what you did. Only Jo can take it."
        assert words(take_alert(task, world.cast.priya, NOON)) == "Only Jo can take it."
        assert isinstance(take_alert(task, world.cast.jo, NOON), Taken)
        again = take_alert(task, world.cast.marcus, NOON)
        assert isinstance(again, TakenBy)


def test_the_only_manager_never_looks_at_her_own_and_anybody_else_may(world: World) -> None:
    with world.app.app_context():
        task = let_in_by(world, world.cast.jo)

        jo = take_alert(task, world.cast.jo, NOON)

        assert words(jo).startswith("This is about what you did. Only ")
        assert "Jo" not in words(jo)
        assert isinstance(take_alert(task, world.cast.marcus, NOON), Taken)


def test_what_marcus_took_before_he_cannot_close(world: World) -> None:
    with world.app.app_context():
        task = let_in_by(world, world.cast.marcus)
        take_alert(task, world.cast.jo, NOON)
        alerts.the_alert(task).taken_by = world.cast.marcus
        db.session.commit()

        with pytest.raises(NotYoursError):
            close_alert(task, world.cast.marcus, "Done", "", NOON + minutes(1))


def test_whoever_is_on_cover_may_take_words_to_read_for_priya(world: World) -> None:
    with world.app.app_context():
        hear_text("SM-free", "+447700900001", "can i go to the cafe", NOON)
        task = db.session.query(AlertRow).filter_by(kind="free_message").one()
        (cover,) = whom(task).on_cover(NOON)
        assert task.for_staff
        assert task.for_staff != cover

        assert isinstance(take_alert(task.id, cover, NOON), Taken)


def test_whoever_has_it_on_their_list_without_a_message_may_take_it(world: World) -> None:
    with world.app.app_context():
        task = alerts.the_alert(dev_stops(world))
        task.level, task.step = "plan", 1  # on the list of a manager: nothing was sent
        db.session.commit()

        assert isinstance(take_alert(task.id, world.cast.jo, NOON), Taken)


def test_a_manager_may_take_what_lena_was_named_for(world: World) -> None:
    with world.app.app_context():
        promised(world, world.cast.lena)
        (task,) = tasks()

        assert isinstance(take_alert(task.id, world.cast.jo, NOON), Taken)
