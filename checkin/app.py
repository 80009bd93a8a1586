"""Where the parts are joined: one Flask app, whoever runs it."""

import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from wsgiref.types import StartResponse, WSGIEnvironment

from flask import Flask, appcontext_popped, appcontext_pushed
from flask_wtf import CSRFProtect

from checkin import clock, paths
from checkin.actions.flow_folder import FlowFolder
from checkin.actions.flows_in_use import flows_in_use, use_flows
from checkin.addresses import StaffAddresses
from checkin.assets import use_assets
from checkin.channels.call.inbound import calls
from checkin.channels.tablet.routes import tablet
from checkin.channels.text.inbound import texts
from checkin.door.sessions import set_up_sessions
from checkin.going_out import finish
from checkin.installation import Demo, Installation, Latest, bind, unbind
from checkin.not_now import SECONDS, say_so_when_out_of_reach
from checkin.pictures.photos import MOST_BYTES
from checkin.pictures.symbols import load_symbols
from checkin.settings import Settings
from checkin.speech.speaker_for import speaker_for
from checkin.staff.routes import staff
from checkin.storage.beats import clock_of_the_database
from checkin.storage.open import engine_options, open_database
from checkin.storage.out_of_reach import OUT_OF_REACH
from checkin.storage.tables import db
from checkin.storage.transaction import waits_at_most
from checkin.typed import clean_what_is_typed
from checkin.watchdog.doors import health

ASK_THE_TIME_EVERY = 5.0  # seconds
LOOK_AT_FLOWS_EVERY = timedelta(seconds=2)
LARGEST_REQUEST = MOST_BYTES + 1024 * 1024  # a photo, and what goes with it
log = logging.getLogger(__name__)


class CheckinApp(Flask):
    """The pages of one copy; wherever one of its contexts is open, the copy is at hand."""

    def __init__(self, installation: Installation) -> None:
        super().__init__(
            "checkin", template_folder=str(paths.TEMPLATES), static_folder=str(paths.STATIC)
        )
        self.installation = installation
        self.config.update(_config(installation.settings))
        self.csrf = CSRFProtect(self)
        appcontext_pushed.connect(self._opened, self)
        appcontext_popped.connect(self._closed, self)

    def wsgi_app(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request; nobody waits long for a page that cannot be kept."""
        with waits_at_most(SECONDS):
            return super().wsgi_app(environ, start_response)

    def show_demo(self, demo: Demo) -> None:
        """Show on the demo's pages how to get in."""
        self.installation = replace(self.installation, demo=demo)

    def _opened(self, _: Flask, **__: object) -> None:
        bind(self.installation)

    def _closed(self, _: Flask, **__: object) -> None:
        unbind()


def create_app(settings: Settings) -> CheckinApp:
    """Return the app with all its doors, its database up to date and its flows read."""
    app = app_without_doors(settings)
    app.before_request(lambda: clean_what_is_typed({texts.name, calls.name}))
    set_up_sessions(app)
    use_assets(app)
    for channel in (tablet, texts, calls, staff, health):
        app.register_blueprint(channel)
    for door in (texts, calls):  # the phone company signs instead
        app.csrf.exempt(door)
    app.csrf.exempt(tablet)  # its pages outlive their token: channels/tablet/page_of_ours.py
    app.before_request(heeds_the_database(app))
    app.after_request(finish)
    say_so_when_out_of_reach(app)
    return app


def app_without_doors(settings: Settings) -> CheckinApp:
    """Return the app as a command needs it: no page is opened, and it is there much sooner."""
    settings.data.mkdir(parents=True, exist_ok=True)
    app = CheckinApp(_installation(settings))
    db.init_app(app)
    with app.app_context():
        open_database(settings.countries)
    _read_flows(app, settings)
    return app


def heeds_the_database(app: Flask) -> Callable[[], None]:
    """Return what asks the clock that all machines share, every few seconds, and goes by it."""
    asked_at = [float("-inf")]

    def heed() -> None:
        if clock.since_the_start() - asked_at[0] < ASK_THE_TIME_EVERY:
            return
        asked_at[0] = clock.since_the_start()
        with suppress(*OUT_OF_REACH), app.app_context():
            if told := clock_of_the_database():
                clock.heed(told)

    return heed


def time_of(app: Flask) -> Callable[[], datetime]:
    """Return what tells a worker the time."""
    heed = heeds_the_database(app)

    def now() -> datetime:
        heed()
        return clock.now()

    return now


def app_to_look_with(settings: Settings) -> Flask:
    """Return what reads the database as it is: nothing is changed, not even brought up to date."""
    app = Flask("checkin")
    app.config["SQLALCHEMY_DATABASE_URI"] = settings.database
    db.init_app(app)
    return app


def _installation(settings: Settings) -> Installation:
    return Installation(
        settings,
        Latest(),
        load_symbols(settings.symbols),
        speaker_for(settings.data, settings.speech),
        StaffAddresses(settings.public_url),
    )


def _config(settings: Settings) -> dict[str, object]:
    https = settings.public_url.startswith("https:")
    return {
        "SECRET_KEY": settings.secret_key,
        "SQLALCHEMY_DATABASE_URI": settings.database,
        "SQLALCHEMY_ENGINE_OPTIONS": engine_options(settings.database),
        "MAX_CONTENT_LENGTH": LARGEST_REQUEST,
        "WTF_CSRF_TIME_LIMIT": None,  # nobody is ever too slow (screens.md check 28)
        "PERMANENT_SESSION_LIFETIME": timedelta(days=30),
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": https,
        "SESSION_REFRESH_EACH_REQUEST": False,
        "SEND_FILE_MAX_AGE_DEFAULT": timedelta(days=365),
    }


def _read_flows(app: Flask, settings: Settings) -> None:
    """Read the flows now, and again when someone has changed a file; a broken one stays as it was."""
    folder = FlowFolder(settings.flows, settings.symbols)
    looked_at = [clock.now()]

    def refresh() -> None:
        if not folder.refresh():
            return
        use_flows(folder.flows, folder.library, folder.faults, clock.now())
        for fault in flows_in_use().faults:
            if fault.is_error:
                log.error(fault.as_text())

    def look_now_and_then() -> None:
        if abs(clock.now() - looked_at[0]) >= LOOK_AT_FLOWS_EVERY:
            looked_at[0] = clock.now()
            refresh()

    with app.app_context():
        refresh()
    app.before_request(look_now_and_then)
