"""What is agreed may begin later, or end: what counts until then, and from then on, is asked."""

from datetime import date

from checkin import clock
from checkin.actions.change_agreement import change_agreement
from checkin.example_people.agreed_with_dev import group_days_of_dev
from tests.conftest import World
from tests.journeys.doors import DEV, Phone
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
