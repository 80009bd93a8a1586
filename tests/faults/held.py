"""A database that another program holds, or that is gone."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import create_engine, event
from sqlalchemy.exc import OperationalError

from checkin.storage.tables import db


@contextmanager
def held() -> Iterator[None]:
    """Hold what a cry and a door need, as a program that was frozen in the midst of keeping something."""
    other = create_engine(db.engine.url)
    with other.connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        lock = (
            "BEGIN IMMEDIATE" if sqlite else "LOCK TABLE heard, alert, door_try IN EXCLUSIVE MODE"
        )
        connection.connection.driver_connection.execute(lock)  # type: ignore[union-attr]
        yield
    other.dispose()


@contextmanager
def gone() -> Iterator[None]:
    """Let every statement fail, as where the database is away."""

    def fail(*_: object) -> None:
        raise OperationalError("statement", {}, Exception("it is away"))

    event.listen(db.engine, "before_cursor_execute", fail)
    yield
    event.remove(db.engine, "before_cursor_execute", fail)
