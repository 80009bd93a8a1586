"""One world for each story: its days follow one another, and each test is one of them."""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from checkin import clock
from checkin.agreements.agreement import Day
from checkin.app import CheckinApp, create_app
from checkin.example_people.agreed_with_dev import GROUP_DAYS
from checkin.example_people.people import put_example_people
from checkin.storage.tables import db
from tests.conftest import BEGINS, PASSWORD, World, settings_for
from tests.databases import KINDS, fresh_database
from tests.hurry import wait_for_no_disc
from tests.journeys.doors import Tablet
from tests.put_back import put_back, set_aside
from tests.thorough import THOROUGH

AGREED_BEFORE = timedelta(days=14)
FIRST_MORNING = "tests_first_morning"  # the database before anything happened


class _Kept(logging.Handler):
    """Keeps every line that anything logs."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@pytest.fixture(scope="module")
def log_lines() -> Iterator[list[str]]:
    """Every line that was logged during the story."""
    kept = _Kept()
    logging.getLogger().addHandler(kept)
    logging.getLogger("checkin").setLevel(logging.DEBUG)
    yield kept.lines
    logging.getLogger("checkin").setLevel(logging.NOTSET)
    logging.getLogger().removeHandler(kept)


@pytest.fixture(scope="module", params=KINDS if THOROUGH else KINDS[:1])
def story(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    log_lines: list[str],
) -> Iterator[World]:
    """The example people for a whole module, from Monday 19 October 2026 or its own BEGINS on.

    Every story is lived on both databases in `make check`, and on SQLite in `make test`.
    """
    begins: datetime = getattr(request.module, "BEGINS", BEGINS)
    days: tuple[Day, ...] = getattr(request.module, "GROUP_DAYS", GROUP_DAYS)
    clock.stop_at(begins)
    folder = tmp_path_factory.mktemp("story")
    with fresh_database(request, request.param, folder) as address:
        app = create_app(settings_for(folder, address))
        app.testing = True
        wait_for_no_disc(app)
        with app.app_context():
            agreed_on = begins.date() - AGREED_BEFORE
            cast = put_example_people(clock.now(), agreed_on, PASSWORD, group_days=days)
        _let_go(app)
        app.extensions[FIRST_MORNING] = set_aside(address)
        yield World(app, cast)
        _let_go(app)
    clock.stop_at(None)


@pytest.fixture
def world(story: World) -> World:
    """A world of one test alone: the people of the story, back on their first morning."""
    _let_go(story.app)
    put_back(story.app.extensions[FIRST_MORNING], _database(story.app))
    clock.stop_at(BEGINS)
    return World(story.app, story.cast)


@pytest.fixture
def tablet(world: World) -> Tablet:
    """The tablet in the lounge, at which Ana taps her photo on a Monday at three."""
    world.go_to("2026-10-19 15:00")
    return Tablet(world, world.cast.house_tablet, world.cast.ana)


def _database(app: CheckinApp) -> str:
    return app.installation.settings.database


def _let_go(app: CheckinApp) -> None:
    """Close every connection: what was written is then in the one file."""
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
