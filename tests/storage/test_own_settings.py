"""Settings, goals, plan, photos and ticks each have a place: two who write at once lose nothing."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import time
from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

from checkin.actions.change_photo import change_photo
from checkin.actions.read_handover import read_handover
from checkin.agreements.how_asked import Lines, Pictures
from checkin.agreements.seen import StaffMember
from checkin.lives.record import CHECKIN
from checkin.storage import at_device, own, own_sets, people
from checkin.storage.devices import hashed
from checkin.storage.tables import PersonRow, db
from checkin.storage.transaction import kept_together
from checkin.storage.upgrade import upgrade
from tests.conftest import BEGINS, World, london

BEFORE, AFTER = "0005", "0006"
NOON = london("2026-10-20 12:00")

BAG = {
    "per_page": 2, "one_tap": True, "pictures": "photos", "size": "huge", "sound": "always",
    "ways_to_say": ["talk"], "quiet_from": "08:30", "quiet_minutes": 5, "travels_alone": True,
    "goals": ["cook pasta"], "plan": ["quiet first", "one voice"], "avoid": ["rush"],
    "own_photos": {"thing.bus": "bus.webp"}, "handover_read": {"jo": "2026-10-20T07:34:00+01:00"},
    "something_else": {"a": 1},
}  # fmt: skip


def a_photo() -> bytes:
    made = BytesIO()
    Image.new("RGB", (60, 40), "green").save(made, "PNG")
    return made.getvalue()


def test_nothing_of_the_old_bag_is_lost(empty_database: str):
    engine = create_engine(empty_database)
    upgrade(engine, to=BEFORE)
    with engine.begin() as now:
        now.execute(
            text("INSERT INTO house (id, name, zone) VALUES ('willow', 'Willow Court', 'Z')")
        )
        now.execute(
            text(
                "INSERT INTO staff (id, name, called, email, active, fs_uniquifier)"
                " VALUES ('jo', 'Jo', 'Jo', 'jo', true, 'jo')"
            )
        )
        for row, bag in (("ana", BAG), ("dev", {})):
            now.execute(
                text(
                    "INSERT INTO person (id, house_id, name, called, profile)"
                    " VALUES (:row, 'willow', :row, :row, :bag)"
                ),
                {"row": row, "bag": json.dumps(bag)},
            )

    upgrade(engine, to=AFTER)

    with engine.connect() as now:
        ana, dev = now.execute(text("SELECT * FROM person ORDER BY id"))
        lines = now.execute(text("SELECT kind, words FROM own_line ORDER BY kind, position"))
        fields = now.execute(text("SELECT name, value FROM profile_field"))
        photo = now.execute(text("SELECT idea, photo FROM own_photo"))
        read = now.execute(text("SELECT staff_id, at FROM handover_read"))
        assert (ana.per_page, bool(ana.one_tap), ana.pictures, ana.size, ana.sound) == (
            2, True, "photos", "medium", "always",
        )  # fmt: skip
        assert [bool(one) for one in (ana.can_write, ana.can_talk, ana.can_photograph)] == [
            False, True, False,
        ]  # fmt: skip
        assert (str(ana.quiet_from)[:5], ana.quiet_minutes) == ("08:30", 5)
        assert (dev.per_page, dev.sound, dev.quiet_from) == (3, "press", None)
        assert [tuple(one) for one in lines] == [
            ("avoid", "rush"), ("goal", "cook pasta"), ("plan", "quiet first"), ("plan", "one voice"),
        ]  # fmt: skip
        assert {tuple(one) for one in fields} == {
            ("travels_alone", "yes"), ("size", "huge"), ("something_else", '{"a": 1}'),
        }  # fmt: skip
        assert [tuple(one) for one in photo] == [("thing.bus", "bus.webp")]
        assert [(one.staff_id, str(one.at)[:16]) for one in read] == [("jo", "2026-10-20 06:34")]
    engine.dispose()


def works_here(world: World, staff_id: str) -> StaffMember:
    return StaffMember(staff_id, frozenset({world.cast.house}))


def test_two_who_tick_the_card_at_once_are_both_kept(world: World):
    staff = (world.cast.marcus, world.cast.lena, world.cast.jo, world.cast.priya)
    together = threading.Barrier(len(staff))

    def tick(staff_id: str) -> None:
        with world.app.app_context():
            together.wait(10)
            for _ in range(5):
                read_handover(world.cast.ana, works_here(world, staff_id), NOON)

    with ThreadPoolExecutor(len(staff)) as hands:
        list(hands.map(tick, staff))

    with world.app.app_context():
        assert {one for one, _ in own.reads_of([world.cast.ana])[world.cast.ana]} == set(staff)


def test_a_photo_a_tick_and_a_setting_at_once_are_all_kept(world: World):
    together = threading.Barrier(3)

    def at_once(write) -> None:
        with world.app.app_context():
            together.wait(10)
            write()

    def set_pictures() -> None:
        with kept_together():
            people.change(world.cast.ana, pictures=Pictures.PHOTOS)

    with ThreadPoolExecutor(3) as hands:
        list(
            hands.map(
                at_once,
                (
                    lambda: change_photo(
                        world.cast.ana, a_photo(), "thing.bus", world.cast.marcus, BEGINS
                    ),
                    lambda: read_handover(world.cast.ana, works_here(world, world.cast.jo), NOON),
                    set_pictures,
                ),
            )
        )

    with world.app.app_context():
        here = at_device.who_is_at(hashed(world.cast.house_tablet), world.cast.ana, None)
        assert (here.person.pictures, list(here.own_photos)) == (Pictures.PHOTOS, ["thing.bus"])
        assert own.reads_of([world.cast.ana])[world.cast.ana]


def test_two_who_write_the_plan_at_once_leave_one_whole_plan(world: World):
    plans = [["one voice", "quiet first"], ["shower", "tablets", "breakfast"]]
    together = threading.Barrier(2)

    def write(plan: list[str]) -> None:
        with world.app.app_context():
            together.wait(10)
            with kept_together():
                own_sets.put_lines(world.cast.ana, Lines.PLAN, plan, CHECKIN, NOON)

    with ThreadPoolExecutor(2) as hands:
        list(hands.map(write, plans))

    with world.app.app_context():
        kept = list(own_sets.lines_of([world.cast.ana])[world.cast.ana][Lines.PLAN])
        assert kept in plans


@pytest.mark.parametrize(
    "wrong",
    [
        {"per_page": 0}, {"per_page": 9}, {"quiet_minutes": 5, "quiet_from": None},
        {"quiet_minutes": 500, "quiet_from": time(8)},
        {"can_write": False, "can_talk": False, "can_photograph": False},
    ],
)  # fmt: skip
def test_the_database_refuses_a_setting_that_makes_no_sense(world: World, wrong: dict):
    with world.app.app_context():
        with pytest.raises(IntegrityError):
            people.change(world.cast.ana, **wrong)
        db.session.rollback()
        assert db.session.get_one(PersonRow, world.cast.ana).per_page == 3
