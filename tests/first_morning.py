"""The example people, kept once for all tests of a run: each test begins with a copy."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Protocol

import pytest

from checkin.agreements.agreement import Day
from checkin.app import CheckinApp, create_app
from checkin.example_people.agreed_with_dev import GROUP_DAYS
from checkin.example_people.cast import Cast
from checkin.example_people.people import put_example_people
from tests.conftest import BEGINS, PASSWORD, World, settings_for
from tests.databases import fresh_database
from tests.hurry import let_go
from tests.lent import kind_of
from tests.put_back import put_back, set_aside

AGREED_BEFORE = timedelta(days=14)


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


class Mornings(Protocol):
    """Returns the example people on a kind of database, put there at a moment."""

    def __call__(self, kind: str, at: datetime, days: tuple[Day, ...] = GROUP_DAYS) -> Morning:
        """`days`: on which Dev goes to his group."""
        ...


@pytest.fixture(scope="session")
def mornings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Mornings:
    """The example people on a kind of database, put there at a moment; each made once."""

    @cache
    def morning(kind: str, at: datetime, days: tuple[Day, ...] = GROUP_DAYS) -> Morning:
        return _morning(request, kind, at, days, tmp_path_factory.mktemp("morning"))

    return morning


@pytest.fixture
def world(app: CheckinApp, mornings: Mornings) -> World:
    """The example people on Monday 19 October 2026, who agreed two weeks before."""
    return World(app, mornings(kind_of(app), BEGINS).begin(app))


def _morning(
    request: pytest.FixtureRequest, kind: str, at: datetime, days: tuple[Day, ...], folder: Path
) -> Morning:
    agreed_on = at.date() - AGREED_BEFORE
    with fresh_database(request, kind, folder) as address:
        app = create_app(settings_for(folder, address))
        with app.app_context():
            cast = put_example_people(at, agreed_on, PASSWORD, group_days=days)
        let_go(app)
        return Morning(set_aside(address), cast)
