"""One world for each story: its days follow one another, and each test is one of them."""

import logging
from collections.abc import Iterator
from datetime import datetime

import pytest

from checkin import clock
from checkin.agreements.agreement import Day
from checkin.app import create_app
from checkin.example_people.agreed_with_dev import GROUP_DAYS
from tests.chosen_for_postgresql import kinds
from tests.conftest import BEGINS, World, settings_for
from tests.databases import fresh_database
from tests.first_morning import Morning, Mornings
from tests.hurry import let_go, wait_for_no_disc
from tests.journeys.doors import Tablet

FIRST_MORNING = "tests_first_morning"  # what is put back before each test


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


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Live each story on SQLite, and in `make check` those that are chosen on PostgreSQL too."""
    if "story" in metafunc.fixturenames:
        chosen = kinds(str(metafunc.module.__file__), metafunc.function.__name__)
        metafunc.parametrize("story", chosen, indirect=True, scope="module")


@pytest.fixture(scope="module")
def story(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    log_lines: list[str],
    mornings: Mornings,
) -> Iterator[World]:
    """The example people for a whole module, from Monday 19 October 2026 or its own BEGINS on."""
    begins: datetime = getattr(request.module, "BEGINS", BEGINS)
    days: tuple[Day, ...] = getattr(request.module, "GROUP_DAYS", GROUP_DAYS)
    clock.stop_at(begins)
    folder = tmp_path_factory.mktemp("story")
    with fresh_database(request, request.param, folder) as address:
        app = create_app(settings_for(folder, address))
        app.testing = True
        wait_for_no_disc(app)
        first = mornings(request.param, begins, days)
        app.extensions[FIRST_MORNING] = first
        yield World(app, first.begin(app))
        let_go(app)
    clock.stop_at(None)


@pytest.fixture
def world(story: World) -> World:
    """A world of one test alone: the people of the story, back on their first morning."""
    first: Morning = story.app.extensions[FIRST_MORNING]
    clock.stop_at(BEGINS)
    return World(story.app, first.begin(story.app))


@pytest.fixture
def tablet(world: World) -> Tablet:
    """The tablet in the lounge, at which Ana taps her photo on a Monday at three."""
    world.go_to("2026-10-19 15:00")
    return Tablet(world, world.cast.house_tablet, world.cast.ana)
