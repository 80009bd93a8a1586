"""Tests are in a hurry: nothing of theirs has to outlive a power cut.

And they are strict: rows that nobody put in order come in the other order than they were kept.
"""

from sqlite3 import Connection as SQLiteConnection

from sqlalchemy import event

from checkin.app import CheckinApp
from checkin.storage.tables import db


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
