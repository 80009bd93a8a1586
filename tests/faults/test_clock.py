"""A machine's clock is wrong: a database that all machines share knows better."""

from datetime import timedelta

import pytest

from checkin import clock
from checkin.app import time_of
from checkin.steady import Steady
from tests.conftest import World

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)


@pytest.fixture
def an_hour_ahead(world: World, monkeypatch: pytest.MonkeyPatch):
    """A machine whose clock was an hour ahead when Checkin was started there."""
    clock.stop_at(None)
    right = clock._look
    monkeypatch.setattr(clock, "_look", lambda: right()._replace(wall=right().wall + HOUR))
    monkeypatch.setattr(clock._Hands, "steady", Steady(clock._look()))
    return right


def test_the_database_is_asked_what_time_it_is(world: World, an_hour_ahead) -> None:
    on_postgresql = world.app.config["SQLALCHEMY_DATABASE_URI"].startswith("postgresql")
    now = time_of(world.app)

    ahead = now() - an_hour_ahead().wall

    assert abs(ahead - (timedelta(0) if on_postgresql else HOUR)) < SECOND
    assert (clock.jumped_by() is not None) == on_postgresql


def test_what_it_says_again_is_heeded_again(world: World, an_hour_ahead, monkeypatch) -> None:
    if not world.app.config["SQLALCHEMY_DATABASE_URI"].startswith("postgresql"):
        return
    now = time_of(world.app)
    now()
    running = clock.since_the_start()
    for later in range(0, 1300, 100):
        monkeypatch.setattr(clock, "since_the_start", lambda later=later: running + later)
        now()

    assert abs(now() - an_hour_ahead().wall) < SECOND
