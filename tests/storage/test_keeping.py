"""What is kept together is kept whole, once, in order and sealed."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, make_url, select, text
from sqlalchemy.exc import StatementError

from checkin import clock
from checkin.actions.raise_alert import raise_alert
from checkin.actions.take_alert import Taken, take_alert
from checkin.agreements.reached import Reached
from checkin.example_people.people import SECRET_WORD
from checkin.storage import (
    alert_steps,
    alerts,
    beats,
    door_tries,
    history,
    houses,
    leases,
    people,
    receipts,
    texts_heard,
    which_check_ins,
)
from checkin.storage.tables import (
    AlertRow,
    AnswerRow,
    CheckInRow,
    HouseRow,
    OutageRow,
    SecretWordRow,
    TryRow,
    db,
    new_id,
)
from checkin.storage.texts_heard import NewText
from checkin.storage.transaction import kept_together
from checkin.storage.writing import insert_new
from tests.conftest import World, london

NOON = london("2026-10-20 12:00")


def _help(key: str, group: str = "help:dev") -> Reached:
    return Reached("help_or_not_ok", "now", key, group, "Dev asked for help.")


def _alert(world: World) -> str:
    raise_alert(people.the_person(world.cast.dev), _help("help:1"), NOON)
    return db.session.scalars(select(AlertRow.id).where(AlertRow.key == "help:1")).one()


def _house(name: str) -> None:
    people.put(HouseRow(id=new_id(), name=name))


def test_a_time_without_its_zone_is_refused(world: World) -> None:
    with world.app.app_context(), pytest.raises(StatementError, match="aware"):
        beats.beat("one", datetime(2026, 10, 20, 9))  # noqa: DTZ001 (this is what is refused)


def test_a_time_comes_back_the_same_moment(world: World) -> None:
    with world.app.app_context():
        with kept_together():
            beats.beat("one", NOON)

        assert beats.last_beat(NOON) == NOON


def test_when_something_breaks_nothing_of_it_is_kept(world: World) -> None:
    def break_off() -> None:
        with kept_together():
            _house("Elm Court")
            with kept_together():  # joins the one around it
                _house("Oak Court")
            raise RuntimeError("broken off")

    with world.app.app_context():
        with pytest.raises(RuntimeError):
            break_off()

        assert houses.house_named("Elm Court") is None
        assert houses.house_named("Oak Court") is None


def test_what_is_inside_is_kept_only_when_the_outside_is(world: World) -> None:
    with world.app.app_context():
        with kept_together():
            with kept_together():
                _house("Oak Court")
            with db.engine.connect() as another:
                seen = another.execute(text("SELECT name FROM house")).scalars().all()

        assert "Oak Court" not in seen
        assert houses.house_named("Oak Court") is not None


def test_a_row_that_is_there_stays_and_only_new_ones_are_counted(world: World) -> None:
    heard = NewText(new_id(), "SM1", "+447700900001", "OK", NOON)
    with world.app.app_context():
        first = texts_heard.put(heard)
        again = texts_heard.put(replace(heard, id=new_id(), words="other words"))

        assert (first, again) == (True, False)
        assert receipts.put_receipt("SM1", "sent", None, NOON)
        assert not receipts.put_receipt("SM1", "sent", None, NOON)


def test_several_new_rows_leave_out_the_ones_that_clash(world: World) -> None:
    day = timedelta(days=1)
    with world.app.app_context():
        beats.put_outage(NOON, NOON + day)
        insert_new(
            OutageRow,
            [{"since": NOON, "until": NOON}, {"since": NOON + day, "until": NOON + 2 * day}],
        )

        last = beats.last_outage(NOON + 2 * day)
        assert last
        assert last.since == NOON + day


def test_of_eight_who_take_an_alert_at_once_one_has_it(world: World) -> None:
    with world.app.app_context():
        alert_id = _alert(world)
    together = threading.Barrier(8)

    def take(number: int) -> tuple[str, bool]:
        with world.app.app_context():
            together.wait(10)
            staff = (world.cast.marcus, world.cast.lena)[number % 2]
            return staff, isinstance(take_alert(alert_id, staff, NOON), Taken)

    with ThreadPoolExecutor(8) as hands:
        told = list(hands.map(take, range(8)))

    assert len({staff for staff, has_it in told if has_it}) == 1
    with world.app.app_context():
        assert [step.kind for step in alert_steps.steps_of(alert_id)].count("taken") == 1


def test_eight_write_at_once_and_nobody_is_told_that_it_is_locked(world: World) -> None:
    def write(number: int) -> None:
        with world.app.app_context():
            for _ in range(15):
                with kept_together():
                    door_tries.tries("door", NOON)  # reads first, as actions do
                    door_tries.put_try("door", NOON)

    with ThreadPoolExecutor(8) as hands:
        list(hands.map(write, range(8)))

    with world.app.app_context():
        assert door_tries.tries("door", NOON) == 8 * 15
        assert db.session.query(TryRow).count() == 8 * 15


def test_a_secret_word_lies_sealed_in_the_database(world: World) -> None:
    with world.app.app_context():
        sealed = db.session.scalars(select(SecretWordRow.sealed)).all()
        on_postgresql = db.engine.dialect.name == "postgresql"
    folder = Path(str(make_url(world.app.installation.settings.database).database)).parent
    kept = b"".join(one.read_bytes() for one in folder.glob("checkin.db*"))

    assert sealed
    assert not [one for one in sealed if SECRET_WORD in one]
    assert on_postgresql or len(kept) > 10_000
    assert SECRET_WORD.encode() not in kept


def test_only_a_persons_own_newest_answers_are_counted(world: World) -> None:
    step = "my_morning_daily.daily_how"
    with world.app.app_context():
        for number, done in enumerate(("self", "by_other", "helped", "self", "self")):
            answered(world.cast.ana, step, NOON + timedelta(days=number), done, f"face{number}")
        answered(world.cast.ana, "other.step", NOON, "self", "other")

        past = history.history(world.cast.ana, {step: 3})

    assert list(past) == [step]
    assert [one.choices for one in past[step]] == [("face2",), ("face3",), ("face4",)]


def test_each_step_has_a_limit_of_its_own(world: World) -> None:
    with world.app.app_context():
        for number in range(4):
            for step in ("a.one", "a.two"):
                answered(world.cast.ana, step, NOON + timedelta(days=number), "self", str(number))

        past = history.history(world.cast.ana, {"a.one": 1, "a.two": 3})

    assert [one.choices for one in past["a.one"]] == [("3",)]
    assert [one.choices for one in past["a.two"]] == [("1",), ("2",), ("3",)]


def answered(person_id: str, step: str, at: datetime, done: str, choice: str) -> None:
    check_in_id = new_id()
    db.session.add(
        CheckInRow(
            id=check_in_id, person_id=person_id, key="daily", asks="my_morning_daily",
            channel="tablet", local_slot="", state="answered", due_at=at, early_from=at,
            done=done, sent_at=at,
        )
    )  # fmt: skip
    db.session.flush()
    db.session.add(
        AnswerRow(
            id=new_id(), check_in_id=check_in_id, person_id=person_id, number=1, flow_step=step,
            step=step.partition(".")[2], asked="How was it?", choices=[choice], labels=[choice],
            symbols=[], media=[], how="tap", marks=[], language="en", channel="tablet",
            at=at, sent_at=at,
        )
    )  # fmt: skip
    db.session.commit()


def test_what_waits_is_found_by_its_index_however_much_was_sent_before(world: World) -> None:
    asked: list[tuple[str, object]] = []
    with world.app.app_context():
        if db.engine.dialect.name != "sqlite":
            return  # PostgreSQL plans by what is in the table, and the table is empty here
        event.listen(
            db.engine, "before_cursor_execute", lambda *given: asked.append((given[2], given[3]))
        )
        for ask in (leases.due, alerts.due, which_check_ins.due):
            ask(clock.now(), 1)
        found = [one for one in asked if one[0].startswith("SELECT")]
        plans = [_plan(asking, given) for asking, given in found]

    assert len(plans) == 3
    assert all("USING INDEX" in plan and "TEMP B-TREE" not in plan for plan in plans)


def _plan(asking: str, given: Any) -> str:
    rows = db.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {asking}", given)
    return " ".join(str(row) for row in rows)
