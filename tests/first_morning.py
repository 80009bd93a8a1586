"""The example people, kept once for all tests of a run: each test begins with a copy."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import URL

from checkin.app import CheckinApp, create_app
from checkin.example_people.cast import Cast
from checkin.example_people.people import put_example_people
from checkin.storage.tables import db
from tests.conftest import AGREED_ON, BEGINS, PASSWORD, settings_for
from tests.databases import fresh_database, put_back, set_aside


@dataclass(frozen=True)
class Morning:
    """A database with the example people in it, to be copied, and their ids."""

    copy: str
    cast: Cast

    def begin(self, app: CheckinApp) -> Cast:
        """Put the example people into the database of an app, in place of what is there."""
        let_go(app)
        put_back(self.copy, app.installation.settings.database)
        return self.cast


@pytest.fixture(scope="session")
def sqlite_morning(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Morning]:
    """That morning as an SQLite file."""
    with _morning(request, "sqlite", tmp_path_factory.mktemp("morning")) as morning:
        yield morning


@pytest.fixture(scope="session")
def postgresql_morning(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, postgresql: URL
) -> Iterator[Morning]:
    """That morning on the PostgreSQL of the tests, which outlives it."""
    with _morning(request, "postgresql", tmp_path_factory.mktemp("morning")) as morning:
        yield morning


@contextmanager
def _morning(request: pytest.FixtureRequest, kind: str, folder: Path) -> Iterator[Morning]:
    with fresh_database(request, kind, folder) as address:
        app = create_app(settings_for(folder, address))
        with app.app_context():
            cast = put_example_people(BEGINS, AGREED_ON, PASSWORD)
        let_go(app)
        yield Morning(set_aside(address), cast)


def let_go(app: CheckinApp) -> None:
    """Close every connection: what was written is then in the one file."""
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
