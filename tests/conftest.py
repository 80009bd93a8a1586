"""What every test may ask for: the app with the example people, a clock that stands still.

The world is replaced in two places only: the clock and the senders.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from flask.testing import FlaskClient

from checkin import clock
from checkin.actions.sending import Outgoing
from checkin.app import CheckinApp
from checkin.example_people.cast import Cast
from checkin.settings import Settings
from checkin.worker.look import send_all
from checkin.worker.pass_time import pass_time

pytest_plugins = [
    "tests.databases",
    "tests.hurry",
    "tests.lent",
    "tests.first_morning",
    "tests.longest_first",
]

LONDON = ZoneInfo("Europe/London")
PASSWORD = "willow court test"
AGREED_ON = date(2026, 10, 5)
BEGINS = datetime(2026, 10, 19, 9, tzinfo=LONDON)  # the Monday of Dev's week


def london(words: str) -> datetime:
    """Return a London time, such as "2026-10-20 09:15" or "... 09:15:30"."""
    return datetime.fromisoformat(words).replace(tzinfo=LONDON)


@dataclass
class World:
    """Time passes here only when a test says so; what is sent is kept in a list."""

    app: CheckinApp
    cast: Cast
    sent: list[Outgoing] = field(default_factory=list)
    at: dict[str, datetime] = field(default_factory=dict)

    def go_to(self, moment: datetime | str) -> None:
        """Let time pass until then; whatever falls due on the way happens."""
        until = london(moment) if isinstance(moment, str) else moment
        with self.app.app_context():
            pass_time(until, clock.stop_at, clock.now(), send=self._send)

    def settle(self) -> None:
        """Send what waits now."""
        with self.app.app_context():
            self._send(clock.now())

    def texts(self, number: str) -> list[str]:
        """Return the texts that went to a number, in order."""
        return [one.body for one in self.sent if one.number == number and one.channel == "text"]

    def _send(self, now: datetime) -> None:
        send_all({"text": self._sender, "call": self._sender}, now)

    def _sender(self, outgoing: Outgoing) -> str:
        self.sent.append(outgoing)
        self.at[outgoing.key] = clock.now()
        return f"SM{len(self.sent):032x}"


def settings_for(folder: Path, database: str | None = None) -> Settings:
    """Return the settings of a test installation."""
    return Settings(
        secret_key="a secret of the tests alone",
        data=folder,
        database=database or f"sqlite:///{folder / 'checkin.db'}",
        public_url="http://localhost",
        twilio_account="AC" + "0" * 32,
        twilio_token="a token of the tests alone",
        twilio_number="+447700900000",
    )


@pytest.fixture
def cast(world: World) -> Cast:
    """Everyone's ids."""
    return world.cast


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Somebody's browser."""
    return app.test_client()


def minutes(number: float) -> timedelta:
    """Return so many minutes."""
    return timedelta(minutes=number)
