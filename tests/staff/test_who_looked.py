"""Who looked at what of whom, and who came in, is written down."""

from sqlalchemy import select

from checkin import clock
from checkin.actions.enrol_device import enrol, make_code
from checkin.actions.turn_away_device import turn_away_device
from checkin.lives.record import by_staff
from checkin.storage.record_check import faults
from checkin.storage.tables import RecordRow, db
from tests.conftest import World, minutes
from tests.staff.conftest import Desk


def recorded(world: World, kind: str) -> list[tuple[str, str, str | None]]:
    """Return who did it, to which row, and about whom, in order."""
    with world.app.app_context():
        rows = db.session.scalars(
            select(RecordRow).where(RecordRow.kind == kind).order_by(RecordRow.number)
        )
        return [(row.by, row.row, row.person_id) for row in rows]


def test_whoever_opens_a_persons_page_is_written_down_once_in_ten_minutes(
    world: World, marcus: Desk, priya: Desk
) -> None:
    dev = world.cast.dev
    page = f"/staff/people/{dev}"

    marcus.see(page)
    marcus.see(page)
    priya.see(page)
    clock.stop_at(clock.now() + minutes(11))
    marcus.see(page)

    looks = [one for one in recorded(world, "looked") if one[1] == f"person:{dev}"]
    assert [by for by, _, _ in looks] == [
        by_staff(world.cast.marcus),
        by_staff(world.cast.priya),
        by_staff(world.cast.marcus),
    ]
    assert {about for _, _, about in looks} == {dev}


def test_signing_in_and_out_is_written_down(world: World, marcus: Desk) -> None:
    marcus.press("/staff/sign-out")

    him = by_staff(world.cast.marcus)
    assert (him, him, None) in recorded(world, "signed_in")
    assert recorded(world, "signed_out") == [(him, him, None)]


def test_a_tablet_is_let_in_by_somebody_and_turned_away_by_somebody(world: World) -> None:
    cast, now = world.cast, clock.now()
    with world.app.app_context():
        enrol(make_code(cast.house, "Kitchen", cast.marcus, now), now, door="here")
    by, row, _ = recorded(world, "device_let_in")[-1]

    with world.app.app_context():
        turn_away_device(row.removeprefix("device:"), cast.priya, now)

    assert by == by_staff(cast.marcus)
    assert recorded(world, "device_turned_away") == [(by_staff(cast.priya), row, None)]


def test_everyone_who_works_here_and_every_secret_word_is_in_the_record(world: World) -> None:
    assert len(recorded(world, "staff_added")) >= 3
    assert [about for _, _, about in recorded(world, "secret_word_set")] == [world.cast.dev]
    with world.app.app_context():
        assert list(faults()) == []
