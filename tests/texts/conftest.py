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

from checkin.actions.flows_in_use import use_flows
from checkin.actions.read_flows import FlowFolder
from checkin.channels.call.inbound import calls
from checkin.channels.text.inbound import texts
from checkin.channels.text.stand_in import StandIn, doors
from checkin.settings import Settings
from checkin.storage import people
from checkin.storage.open import open_database
from checkin.storage.tables import HouseRow, PersonRow
from checkin.storage.transaction import kept_together

DEV, MARCUS, OURS = "+447700900101", "+447700900201", "+447700900000"
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
    return Settings(
        secret_key="long enough for the tests",
        data=tmp_path,
        database=f"sqlite:///{tmp_path}/texts.db",
        public_url="https://willow.example",
        twilio_account="AC" + "0" * 32,
        twilio_token="a token of the tests",
        twilio_number=OURS,
    )


@pytest.fixture
def company(settings: Settings) -> Iterator[StandIn]:
    """The stand-in at an address of its own; `company.settings` lead to it."""
    app = Flask("phone_company")
    with served(app) as address:
        stand_in = StandIn(replace(settings, twilio_api=address), now=lambda: NOON, receipts=())
        app.register_blueprint(doors(stand_in))
        yield stand_in


@pytest.fixture
def doors_for_texts(settings: Settings) -> Flask:
    """Our own doors for texts and calls, with Dev's number known and nothing agreed."""
    app = Flask("doors")
    app.extensions["settings"] = settings
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.database,
        PUBLIC_URL=settings.public_url,
    )
    open_database(app)
    for channel in (texts, calls):
        app.register_blueprint(channel)
    with app.app_context():
        folder = FlowFolder(settings.flows, settings.symbols)
        folder.refresh()
        use_flows(folder.flows, folder.library, folder.faults, NOON)
        with kept_together():
            people.put(HouseRow(id="willow", name="Willow Court"))
            people.put(
                PersonRow(house_id="willow", name="Dev Rahman", called="Dev", phone=DEV, profile={})
            )
    return app


@pytest.fixture
def nobody_listens() -> Callable[[], str]:
    """Return an address on this machine where nothing answers."""

    def free() -> str:
        with served(Flask("gone")) as address:
            return address

    return free
