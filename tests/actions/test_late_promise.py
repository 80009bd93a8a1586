"""A late promise points at us, on the staff's pages and on Dev's own, and ends when it is done."""

from datetime import date

from checkin import clock
from checkin.actions.loops import decide_loop, mark_done, raise_loop_from_talk
from checkin.actions.notice_late_promises import notice_late_promises
from checkin.agreements.errands import PROMISE_LATE
from checkin.storage.staff import staff
from checkin.storage.tables import AlertRow, LoopRow, db
from checkin.storage.transaction import kept_together
from tests.conftest import World, london, minutes
from tests.journeys.doors import Tablet

NOON = london("2026-10-20 12:00")
FRIDAY, SATURDAY = london("2026-10-23 12:00"), london("2026-10-24 00:05")


def promised(world: World) -> str:
    """Marcus promises gloves by Friday; return the loop."""
    cast = world.cast
    raise_loop_from_talk(cast.dev, cast.marcus, "I want gloves", NOON)
    loop_id = db.session.query(LoopRow).one().id
    decide_loop(loop_id, cast.marcus, "do", "We buy gloves.", NOON, due_on=date(2026, 10, 23))
    return loop_id


def late() -> list[AlertRow]:
    """Return what was raised about late promises."""
    return db.session.query(AlertRow).filter_by(kind=PROMISE_LATE).all()


def test_it_is_late_once_the_day_is_over_and_is_raised_once(world: World) -> None:
    with world.app.app_context():
        loop_id = promised(world)
        notice_late_promises(FRIDAY)
        assert late() == []

        notice_late_promises(SATURDAY)
        notice_late_promises(SATURDAY + minutes(60))

        (one,) = late()
        assert (one.about, one.level, one.for_staff) == ("service", "today", world.cast.marcus)
        assert "Dev" not in one.title.removesuffix("Dev.")
        assert "gloves" not in one.title + "".join(one.what)
        mark_done(loop_id, world.cast.marcus, "They are in the hall.", SATURDAY + minutes(90))
        notice_late_promises(SATURDAY + minutes(120))
        assert [one.state for one in late()] == ["closed"]


def test_another_day_that_passes_too_is_late_anew(world: World) -> None:
    with world.app.app_context():
        loop_id, marcus = promised(world), world.cast.marcus
        notice_late_promises(SATURDAY)
        monday = date(2026, 10, 26)
        decide_loop(loop_id, marcus, "do", "On Monday.", SATURDAY, due_on=monday, seen=1)
        assert [one.state for one in late()] == ["closed"]

        notice_late_promises(london("2026-10-27 09:00"))

        assert len(late()) == 2


def test_dev_reads_that_we_are_late_and_who_has_it(world: World) -> None:
    with world.app.app_context():
        promised(world)
    tablet = Tablet(world, world.cast.devs_phone)
    assert "We are late." not in tablet.open("/tablet/you-said")

    clock.stop_at(london("2026-10-24 12:00"))
    with world.app.app_context():
        notice_late_promises(clock.now())

    page = tablet.open("/tablet/you-said")
    assert "We are late. We said Friday 23 October. It is not done yet. Marcus promised it." in page
    with world.app.app_context(), kept_together():
        staff(world.cast.marcus).active = False
    assert "Marcus promised it." not in tablet.open("/tablet/you-said")
