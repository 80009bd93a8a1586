"""A phone company of our own, served on this machine, and settings that lead to it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest
from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from checkin.channels.text.stand_in import StandIn, doors
from checkin.settings import Settings
from tests.conftest import settings_for

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
