"""A phone company of our own, served on this machine, and settings that lead to it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest
from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from checkin import clock
from checkin.actions.sending import Sender
from checkin.channels.call.sender import CallSender
from checkin.channels.text.demo import add_phones
from checkin.channels.text.sender import TextSender
from checkin.channels.text.stand_in import StandIn, doors
from checkin.settings import Settings
from checkin.worker.look import send_all
from checkin.worker.pass_time import pass_time
from tests.conftest import World, london, settings_for

DEV, MARCUS, OURS = "+447700900001", "+447700900102", "+447700900000"
NOON = datetime(2026, 10, 20, 11, 0, tzinfo=UTC)


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """Serve an app on a free port of this machine; give its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet)
    thread = Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join(5)
        server.server_close()


class _Quiet(WSGIRequestHandler):
    def log_request(self, *_: object) -> None:
        """Print nothing."""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_for(tmp_path)


@pytest.fixture
def company(settings: Settings) -> Iterator[StandIn]:
    """The stand-in at an address of its own; `company.settings` lead to it."""
    app = Flask("phone_company")
    with served(app) as address:
        stand_in = StandIn(replace(settings, twilio_api=address), now=lambda: NOON, receipts=())
        app.register_blueprint(doors(stand_in))
        yield stand_in


@pytest.fixture
def nobody_listens() -> Callable[[], str]:
    """Return an address on this machine where nothing answers."""

    def free() -> str:
        with served(Flask("gone")) as address:
            return address

    return free


@dataclass
class Line:
    """Willow Court on a real line: our doors, our senders, and the phone company between."""

    world: World
    company: StandIn
    senders: dict[str, Sender]

    def text(self, words: str, number: str = DEV) -> None:
        """Text Checkin, and wait until it was heard."""
        self.company.text_in(number, words)
        assert self.company.errands.settle()

    def go_to(self, moment: str) -> None:
        """Let time pass; all that falls due is sent, and arrives."""
        with self.world.app.app_context():
            pass_time(london(moment), clock.stop_at, clock.now(), send=self.send)

    def send(self, now: datetime | None = None) -> None:
        """Send what waits now."""
        with self.world.app.app_context():
            send_all(self.senders, now or clock.now())
        assert self.company.errands.settle()

    def texts_on(self, number: str) -> list[str]:
        """Return what a phone got by text."""
        return [one.body for one in self.company.of(number) if one.to == number]


@pytest.fixture
def line(world: World) -> Iterator[Line]:
    """The example people, whose texts and calls go over HTTP in both directions."""
    app = world.app
    with served(app) as address:
        settings = replace(app.installation.settings, public_url=address, twilio_api=address)
        app.installation = replace(app.installation, settings=settings)
        senders = {"text": TextSender(settings), "call": CallSender(settings)}
        company = add_phones(app, settings, senders, app.csrf)
        company.picks_up = True
        yield Line(world, company, senders)
