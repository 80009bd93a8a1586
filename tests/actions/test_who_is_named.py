"""Who is named by another as who does what was promised is told; so is who was named before."""

from datetime import timedelta

from checkin.actions.give_back import give_back
from checkin.actions.loops import decide_loop, mark_done
from checkin.actions.notice_who_left import notice_who_left
from checkin.actions.take_alert import Taken, take_alert
from checkin.agreements.named_to_do import NAMED, OWNER_LEFT
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow, MessageRow, db
from tests.actions.test_a_changed_promise import FRIDAY, NOON, PROMISE, said
from tests.conftest import LONDON, World, london, minutes

JO_IS_TOLD = "Marcus named you to do what we promised Dev. It is on your list."
JO_NO_MORE = "Lena does what we promised Dev. It is not on your list any more."


def promised(world: World, owner: str) -> str:
    """Marcus promises, and names who does it; return the loop."""
    loop_id = said(world)
    decide_loop(
        loop_id, world.cast.marcus, "do", PROMISE, NOON, owner_id=owner, due_on=FRIDAY, seen=0
    )
    return loop_id


def tasks(kind: str = NAMED) -> list[AlertRow]:
    """Return this work, the oldest first."""
    return db.session.query(AlertRow).filter_by(kind=kind).order_by(AlertRow.opened_at).all()


def texts() -> list[tuple[str | None, str]]:
    """Return who is texted about what they were named for, and what, the oldest first."""
    about = MessageRow.about.in_(("staff_named", "staff_not_named"))
    rows = db.session.query(MessageRow).filter(about).order_by(MessageRow.made_at, MessageRow.body)
    return [(one.staff_id, one.body) for one in rows]


def test_jo_is_told_by_text_and_has_it_on_her_list(world: World) -> None:
    with world.app.app_context():
        promised(world, world.cast.jo)

        (task,) = tasks()
        assert task.title == "Jo does what we promised Dev."
        assert task.what[0] == "Marcus named Jo, by Friday 23 October."
        assert task.for_staff == world.cast.jo
        assert PROMISE not in f"{task.title}{task.what}"
        assert texts() == [(world.cast.jo, JO_IS_TOLD)]


def test_marcus_who_named_himself_is_told_nothing(world: World) -> None:
    with world.app.app_context():
        promised(world, world.cast.marcus)

        assert tasks() == []
        assert texts() == []


def test_lena_is_named_instead_and_jo_reads_so(world: World) -> None:
    with world.app.app_context():
        loop_id, cast = promised(world, world.cast.jo), world.cast

        decide_loop(loop_id, cast.marcus, "do", PROMISE, NOON + minutes(5), owner_id=cast.lena)

        assert [(one.for_staff, one.state) for one in tasks()] == [
            (cast.jo, "closed"),
            (cast.lena, "open"),
        ]
        lena = JO_IS_TOLD.replace("Jo", "Lena")
        assert texts()[1:] == [(cast.jo, JO_NO_MORE), (cast.lena, lena)]


def test_jo_who_names_lena_herself_reads_nothing_of_herself(world: World) -> None:
    with world.app.app_context():
        loop_id, cast = promised(world, world.cast.jo), world.cast

        decide_loop(loop_id, cast.jo, "do", PROMISE, NOON + minutes(5), owner_id=cast.lena)

        assert [one for one, _ in texts()] == [cast.jo, cast.lena]


def test_at_night_the_text_waits_for_the_day(world: World) -> None:
    with world.app.app_context():
        loop_id, night = said(world), london("2026-10-20 23:00")
        decide_loop(loop_id, world.cast.marcus, "do", PROMISE, night, owner_id=world.cast.jo)

        text = db.session.query(MessageRow).filter_by(about="staff_named").one()
        assert text.next_at
        assert night < text.next_at <= london("2026-10-21 09:00")


def test_given_back_it_stays_due_when_it_was_promised(world: World) -> None:
    with world.app.app_context():
        promised(world, world.cast.jo)
        (task,) = tasks()
        due = task.next_at
        for number, who in enumerate((world.cast.jo, world.cast.lena)):
            assert isinstance(take_alert(task.id, who, NOON + minutes(number)), Taken)
            assert task.next_at == due

            give_back(task.id, who, NOON + minutes(number + 1))

            assert task.next_at == due


def test_it_leaves_her_list_once_it_is_done(world: World) -> None:
    with world.app.app_context():
        loop_id = promised(world, world.cast.jo)

        mark_done(loop_id, world.cast.marcus, "See the photo.", NOON + minutes(9))

        assert [one.state for one in tasks()] == ["closed"]


def test_jo_left_and_a_manager_or_who_leads_names_somebody_else(world: World) -> None:
    with world.app.app_context():
        loop_id, cast = promised(world, world.cast.lena), world.cast
        notice_who_left(NOON + minutes(1))
        assert tasks(OWNER_LEFT) == []
        staff_kept.change(cast.lena, active=False)
        db.session.commit()

        notice_who_left(NOON + minutes(2))
        notice_who_left(NOON + minutes(3))

        (left,) = tasks(OWNER_LEFT)
        assert left.title == "Lena was to do what we promised Dev, and works here no more."
        assert left.for_staff == cast.jo
        assert isinstance(take_alert(left.id, cast.jo, NOON + minutes(4)), Taken)
        decide_loop(loop_id, cast.jo, "do", PROMISE, NOON + minutes(5), owner_id=cast.marcus)
        assert [one.state for one in tasks(OWNER_LEFT)] == ["closed"]
        notice_who_left(NOON + minutes(6))
        assert len(tasks(OWNER_LEFT)) == 1


def test_jo_who_is_named_again_with_another_day_is_not_told_that_she_is_not(world: World) -> None:
    with world.app.app_context():
        loop_id, cast = promised(world, world.cast.jo), world.cast
        monday = FRIDAY + timedelta(3)
        later = NOON + minutes(5)
        decide_loop(loop_id, cast.marcus, "do", PROMISE, later, owner_id=cast.jo, due_on=monday)

        assert texts() == [(cast.jo, JO_IS_TOLD)] * 2


def test_what_jo_is_named_for_is_to_be_done_by_the_end_of_its_day(world: World) -> None:
    with world.app.app_context():
        promised(world, world.cast.jo)

        (task,) = tasks()
        assert task.do_by
        assert task.do_by.astimezone(LONDON).date() == FRIDAY
