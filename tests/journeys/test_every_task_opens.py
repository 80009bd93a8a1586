"""Whoever a task is for opens it, and every link on it: of every kind of task there is."""

import re

from checkin import clock
from checkin.actions.enrol_device import enrol, make_code
from checkin.actions.loops import decide_loop, raise_loop_from_talk
from checkin.actions.notice_late_promises import notice_late_promises
from checkin.actions.show_agreement import say_view
from checkin.storage import agreements
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow, LoopRow, db
from tests.conftest import World
from tests.journeys.doors import Desk, Phone, Tablet
from tests.journeys.records import alerts, kept
from tests.journeys.test_told_outside import everybody, finish, tell

GROUP_DAYS = ("sat",)  # Dev stays at home
LINK = re.compile(r'href="(/staff/(?:alerts|people|check-ins|agreements|loops)[^"#]*)')


def opens_all(world: World) -> set[str]:
    """Open each task as whom it is for, and all its links; return the kinds of task."""
    tasks = [one for one in alerts(world, task=True) if one.for_staff and one.state == "open"]
    for task in tasks:
        with world.app.app_context():
            who = staff_kept.staff(task.for_staff or "")
            assert who
            desk = Desk(world, who.email)
        assert task.title in desk.open(f"/staff/alerts/{task.id}")
        for address in set(LINK.findall(desk.page.html)):
            desk.open(address)
    return {task.kind for task in tasks}


def test_of_words_and_promises_and_agreements(world: World, tablet: Tablet):
    cast = world.cast
    phone = Phone(world)
    phone.text("2026-10-19 15:05", "the bus is full of lads shouting")
    phone.text("2026-10-19 15:09", "STOP")
    with world.app.app_context():
        now = clock.now()
        code = make_code(cast.house, "Ana's phone", cast.marcus, now, person_id=cast.ana)
        enrol(code, now, door="here")
        version = agreements.agreements_of(cast.ana, now)[0].version_id
        say_view(version, "talk_first", now, staff_id=cast.lena, how="At tea.")
        raise_loop_from_talk(cast.dev, cast.marcus, "I want gloves", now)
        loop_id = db.session.query(LoopRow).filter_by(words="I want gloves").one().id
        decide_loop(loop_id, cast.marcus, "do", "We buy them.", now, owner_id=cast.lena)
        raise_loop_from_talk(cast.dev, cast.priya, "I want a hat", now)
        hat = db.session.query(LoopRow).filter_by(words="I want a hat").one().id
        decide_loop(hat, cast.priya, "do", "We buy it.", now, due_on=now.date())
        db.session.commit()
    world.go_to("2026-10-20 09:00")
    with world.app.app_context():
        notice_late_promises(clock.now())
        db.session.commit()

    assert opens_all(world) == {
        "free_message",
        "texts_stopped",
        "own_device",
        "agreement_needs_a_talk",
        "promise_named",
        "promise_overdue",
    }


def test_of_an_answer_to_whoever_she_told_alone(world: World, tablet: Tablet):
    cast = world.cast
    tell(tablet, "wrong", cast.priya, cast.lena)
    finish(tablet)

    opens_all(world)
    assert kept(world, AlertRow)


def test_of_an_answer_to_who_is_outside(world: World, tablet: Tablet):
    tell(tablet, "wrong", *everybody(world))
    finish(tablet)

    opens_all(world)
    assert kept(world, AlertRow)
