"""One world for each story: its days follow one another, and each test is one of them."""

import logging
from collections.abc import Iterator

import pytest

from checkin import clock
from checkin.app import create_app
from checkin.example_people import put_example_people
from checkin.storage.tables import db
from tests.conftest import AGREED_ON, BEGINS, PASSWORD, World, settings_for


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


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory, log_lines: list[str]) -> Iterator[World]:
    """The example people on Monday 19 October 2026, for a whole module."""
    clock.stop_at(BEGINS)
    app = create_app(settings_for(tmp_path_factory.mktemp("story")))
    app.testing = True
    with app.app_context():
        cast = put_example_people(clock.now(), AGREED_ON, PASSWORD)
        db.session.remove()
    yield World(app, cast)
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    clock.stop_at(None)
