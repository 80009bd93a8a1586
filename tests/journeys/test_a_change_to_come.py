"""What is agreed may begin later, or end: what counts until then, and from then on, is asked."""

from datetime import UTC, date, datetime, time

from checkin import clock
from checkin.actions.change_agreement import change_agreement
from checkin.actions.plan_anew import plan_anew
from checkin.example_people.agreed_with_dev import group_days_of_dev
from checkin.storage import agreements
from checkin.storage.agreements import InForce
from checkin.storage.tables import AgreementVersionRow, CheckInRow, db
from tests.conftest import World, london
from tests.journeys.doors import DEV, Desk, Phone
from tests.journeys.records import check_in

ARRIVE = "Hi Dev. Are you there? Text OK. Late? Text LATE 20."


def keep_leave_alone(world: World, **changes: object) -> None:
    """Jo keeps a version in which Dev is only asked whether he left."""
    with world.app.app_context():
        now = clock.now()
        whole = group_days_of_dev(world.cast, now.date())
        draft = whole.model_copy(update={"times": whole.times[:1], **changes})
        assert change_agreement(draft, world.cast.jo, now) == ()


def test_what_changes_next_monday_leaves_this_week_as_it_was(world: World) -> None:
    keep_leave_alone(world, valid_from=date(2026, 10, 26))
    phone = Phone(world)
    phone.text("2026-10-20 09:16", "ok")
    phone.text("2026-10-20 10:01", "ok")

    assert ARRIVE in world.texts(DEV)
    assert check_in(world, world.cast.dev, "2026-10-20T10:00", "arrive").state == "answered"
    assert check_in(world, world.cast.dev, "2026-10-20T16:00", "home").state == "planned"


def test_what_dev_did_not_agree_to_ends_and_what_he_had_agreed_is_asked_again(world: World) -> None:
    keep_leave_alone(
        world,
        view_of_person="does_not_agree",
        view_reason="He wants to be asked",
        review_on=date(2026, 10, 22),
    )
    phone = Phone(world)
    phone.text("2026-10-20 09:16", "ok")
    phone.text("2026-10-22 09:16", "ok")
    phone.text("2026-10-22 10:01", "hello")
    assert ARRIVE not in world.texts(DEV)
    phone.text("2026-10-23 09:16", "ok")
    phone.text("2026-10-23 10:01", "ok")

    assert ARRIVE in world.texts(DEV)
    assert check_in(world, world.cast.dev, "2026-10-23T10:00", "arrive").state == "answered"


def keep_leave_at(world: World, at: time, **changes: object) -> None:
    """Jo keeps a version in which Dev is only asked at this time whether he left."""
    with world.app.app_context():
        leave = group_days_of_dev(world.cast, clock.now().date()).times[0]
    moved = leave.model_copy(update={"at": at})
    keep_leave_alone(world, times=(moved,), valid_from=date(2026, 10, 20), **changes)


NOT_ASKED = {"view_of_person": "not_asked", "view_reason": "He was out"}


def planned(world: World) -> list[str]:
    """Return when Dev will be asked, by the clock on the wall."""
    with world.app.app_context():
        rows = db.session.query(CheckInRow).filter_by(person_id=world.cast.dev, key="leave")
        slots = sorted(one.local_slot for one in rows if one.state == "planned")
    return [one for one in slots if one >= "2026-10-20"]


def test_the_next_change_takes_the_place_of_one_that_ends_by_itself(world: World) -> None:
    keep_leave_at(world, time(9, 20), review_on=date(2026, 10, 23), **NOT_ASKED)
    world.go_to(london("2026-10-19 15:05"))
    keep_leave_at(world, time(9, 30))
    phone = Phone(world)
    phone.text("2026-10-20 09:16", "hello")

    assert planned(world) == ["2026-10-20T09:30"]
    assert "Version 2 never in force" in listed(world)


def test_what_overlaps_in_an_older_database_asks_him_once(world: World) -> None:
    keep_leave_at(world, time(9, 20), review_on=date(2026, 10, 23), **NOT_ASKED)
    with world.app.app_context():
        keep_leave_at(world, time(9, 30))
        for row in db.session.query(AgreementVersionRow).filter_by(version=2):
            row.in_force_to = datetime(2026, 10, 24, tzinfo=UTC)
        db.session.commit()
        found = [one.agreement.version for one in group_days(world, london("2026-10-21 12:00"))]
        planned_anew = agreements.agreement_called("dev-group-days")
        assert planned_anew
        plan_anew(planned_anew.id, clock.now(), clock.now())

    assert found == [3]
    assert planned(world) == ["2026-10-20T09:30"]
    assert "Version 2 never in force" in listed(world)


def group_days(world: World, at: datetime) -> list[InForce]:
    """Return the versions of Dev's group days that are in force."""
    found = agreements.agreements_of(world.cast.dev, at)
    return [one for one in found if one.agreement.channel == "text"]


def listed(world: World) -> str:
    """Return the page of the agreement, as Jo reads it."""
    with world.app.app_context():
        row = agreements.agreement_called("dev-group-days")
        assert row
        return Desk(world, "jo").open(f"/staff/agreements/{row.id}")
