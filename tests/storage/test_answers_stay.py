"""Answers are only ever added, and the thousandth turn asks as little of the database as the first."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from sqlalchemy import event

from checkin import clock
from checkin.storage.tables import db
from tests.conftest import World
from tests.journeys.doors import Tablet
from tests.storage.test_keeping import answered

STEPS = ("group_day.tablets", "group_day.going", "group_day.food")


@contextmanager
def _statements(world: World) -> Iterator[list[str]]:
    said: list[str] = []
    with world.app.app_context():
        engine = db.engine

    def keep(*given: Any) -> None:
        # What time it is there is asked every five seconds, whoever comes, in a transaction of its own.
        if "clock_timestamp" not in given[2] and not given[2].startswith("SET LOCAL"):
            said.append(given[2])

    event.listen(engine, "before_cursor_execute", keep)
    yield said
    event.remove(engine, "before_cursor_execute", keep)


def test_an_answer_is_added_and_never_changed_or_deleted(world: World) -> None:
    world.go_to("2026-10-20 08:31")
    tablet = Tablet(world, world.cast.devs_phone)
    tablet.begin("Group day: am I ready?")

    with _statements(world) as said:
        tablet.pick("going")
        tablet.pick("done")
        tablet.pick("not_yet")

    assert [one for one in said if one.startswith("INSERT INTO answer ")]
    assert not [one for one in said if one.startswith(("UPDATE answer ", "DELETE FROM answer "))]


def test_a_turn_asks_the_same_of_the_database_with_300_check_ins_behind_it(world: World) -> None:
    world.go_to("2026-10-20 08:31")
    tablet = Tablet(world, world.cast.devs_phone)
    tablet.begin("Group day: am I ready?")
    tablet.pick("going")
    with _statements(world) as first:
        tablet.pick("done")
    with world.app.app_context():
        for number in range(300):
            before = clock.now() - timedelta(days=number + 1)
            answered(world.cast.dev, STEPS[number % 3], before, "self", "done")

    with _statements(world) as last:
        tablet.pick("not_yet")

    assert 0 < len(last) <= len(first)
