"""Tables and migrations say the same, and an empty database becomes a full one."""

from flask import Flask
from sqlalchemy import create_engine, inspect

from checkin.storage.tables import Base, db
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
