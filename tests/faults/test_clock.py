"""A machine's clock is wrong: a database that all machines share knows better, and nobody waits for it."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from checkin import clock
from checkin.actions.call_for_help import call_for_help
from checkin.actions.sending import Outgoing
from checkin.app import time_of
from checkin.steady import Steady
from checkin.storage.tables import MessageRow, db
from checkin.worker.look import look, send_all
from tests.conftest import World, london, minutes
from tests.faults.silences import close_alerts
from tests.journeys.doors import JO, LENA, MARCUS

NOON = london("2026-10-20 12:00")

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


@pytest.mark.parametrize("jump", [HOUR, -HOUR])
def test_a_call_for_help_goes_at_once_while_the_clock_is_doubted(
    world: World, monkeypatch: pytest.MonkeyPatch, jump: timedelta
) -> None:
    clock.stop_at(None)
    right, now = clock._look, time_of(world.app)
    now()
    with world.app.app_context():
        close_alerts()
        monkeypatch.setattr(clock, "_look", lambda: right()._replace(wall=right().wall + jump))
        assert clock.jumped_by() is not None

        call_for_help(world.cast.dev, clock.now())

        assert _rung(now()) == {MARCUS, LENA}


@pytest.mark.parametrize("ahead", [HOUR, timedelta(minutes=1)])
def test_what_was_kept_by_a_clock_that_is_ahead_rings_now_and_goes_on_in_two_minutes(
    world: World, ahead: timedelta
) -> None:
    with world.app.app_context():
        close_alerts()
        call_for_help(world.cast.dev, NOON + ahead)

        assert _rung(NOON) == {MARCUS, LENA}
        assert _rung(NOON + minutes(2) - SECOND) == set()
        assert _rung(NOON + minutes(2) + SECOND) == {JO}


def test_what_waits_for_the_evening_waits_for_it_though_a_clock_was_ahead(world: World) -> None:
    with world.app.app_context():
        close_alerts()
        call_for_help(world.cast.dev, NOON + HOUR)
        for one in db.session.scalars(select(MessageRow).where(MessageRow.address == LENA)):
            one.next_at = NOON + 5 * HOUR
        db.session.commit()

        assert _rung(NOON) == {MARCUS}
        assert LENA not in _rung(NOON + 4 * HOUR - SECOND)
        assert LENA in _rung(NOON + 4 * HOUR)


def _rung(now: datetime) -> set[str]:
    """Look, send, and return which phones rang."""
    rung: list[Outgoing] = []
    look(now)
    ring = lambda one: rung.append(one) or f"{now}-{len(rung)}"  # noqa: E731
    send_all({"call": ring, "text": str}, now)
    return {one.number for one in rung}
