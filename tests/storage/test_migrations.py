"""Tables and migrations say the same, and an empty database becomes a full one."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import Engine, column, create_engine, inspect, table, text, update
from sqlalchemy.exc import IntegrityError

from checkin.storage.tables import Base, db
from checkin.storage.transaction import prepare
from checkin.storage.upgrade import check, upgrade


def test_the_migrations_make_just_the_tables_that_the_code_knows(app: Flask) -> None:
    with app.app_context():
        check(db.engine)


def test_an_empty_database_gets_every_table(empty_database: str) -> None:
    engine = create_engine(empty_database)

    upgrade(engine)

    tables = set(inspect(engine).get_table_names())
    check(engine)
    engine.dispose()
    assert tables - {"alembic_version"} == set(Base.metadata.tables)


def test_bringing_it_up_to_date_twice_changes_nothing(app: Flask) -> None:
    with app.app_context():
        upgrade(db.engine)
        upgrade(db.engine)

        check(db.engine)


DEV = """
INSERT INTO person (id, house_id, name, called, profile) VALUES ('dev', 'h', 'Dev', 'Dev', '{}')
"""
ALERT = """
INSERT INTO alert (id, key, group_key, kind, level, about, task, house_id, person_id, title, what,
  agreed_words, said_privately, state, step, round, next_at, opened_at, v)
VALUES ('a', 'help:1', 'help:dev', 'help_or_not_ok', 'now', 'person', false, 'h', 'dev',
  'Dev asked for help.', '[]', '', false, 'open', 0, 0, '2026-10-20 12:02', '2026-10-20 12:00', 0)
"""
STEP = """
INSERT INTO alert_step (id, alert_id, number, at, kind, words, hash)
VALUES ('s', 'a', 1, '2026-10-20 12:00', 'opened', 'Dev asked for help.', 'abc')
"""


@pytest.fixture
def begun(empty_database: str) -> Iterator[Engine]:
    """The database of somebody who began with our first version, with Dev and an open alert."""
    engine = create_engine(empty_database)
    prepare(engine)
    upgrade(engine, to="0001")
    with engine.begin() as connection:
        for line in (
            "INSERT INTO house (id, name, zone) VALUES ('h', 'Willow Court', 'Europe/London')",
            DEV,
            ALERT,
            STEP,
        ):
            connection.execute(text(line))
    yield engine
    engine.dispose()


def test_an_alert_of_before_is_there_after_with_its_steps(begun: Engine) -> None:
    upgrade(begun)

    with begun.connect() as connection:
        assert connection.scalar(text("SELECT state FROM alert")) == "open"
        assert connection.scalar(text("SELECT show_as FROM person")) == "one_thing"
        assert connection.scalar(text("SELECT words FROM alert_step")) == "Dev asked for help."
        recorded = connection.scalars(text('SELECT what FROM record ORDER BY "number"')).all()
    assert ["abc" in what for what in recorded] == [True, *[False] * 5]
    assert "phone" in recorded[2]  # Dev's, as it stands when phones begin to be told of


@pytest.mark.parametrize("change", [{"state": "done"}, {"level": "high"}, {"next_at": None}])
def test_an_alert_holds_no_word_that_is_not_known(begun: Engine, change: dict[str, object]) -> None:
    upgrade(begun)

    with begun.connect() as connection, pytest.raises(IntegrityError):
        connection.execute(update(table("alert", *map(column, change))).values(change))
