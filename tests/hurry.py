"""Tests are in a hurry: nothing of theirs has to outlive a power cut, or somebody who guesses passwords.

And they are strict: rows that nobody put in order come in the other order than they were kept.
"""

import gc
from collections.abc import Iterator
from sqlite3 import Connection as SQLiteConnection

import pytest
from argon2 import PasswordHasher
from sqlalchemy import event

from checkin.actions import passwords
from checkin.app import CheckinApp
from checkin.storage.tables import db

gc.set_threshold(100_000, 50, 50)  # a worker has memory enough to tidy up seldom
AS_KEPT = passwords.HASHER


@pytest.fixture(scope="session", autouse=True)
def _passwords_are_light() -> Iterator[None]:
    """Nobody guesses these; how they are kept for people is tested with `AS_KEPT`."""
    passwords.HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    yield
    passwords.HASHER = AS_KEPT


def wait_for_no_disc(app: CheckinApp) -> None:
    """Let the app's SQLite go on before the disc has what it wrote, and promise no order."""
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            event.listen(db.engine, "connect", _without_waiting)
        db.engine.dispose()


def let_go(app: CheckinApp) -> None:
    """Close every connection: what was written is then in the one file."""
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


def _without_waiting(connection: SQLiteConnection, _: object) -> None:
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA reverse_unordered_selects=ON")
