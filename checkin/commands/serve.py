"""`checkin serve`, `worker` and `demo`: run the pages and the work."""

import gc
import logging
import os
import threading
from collections.abc import Mapping
from datetime import timedelta

import click
from waitress import create_server

from checkin import clock
from checkin.actions.sending import Sender
from checkin.actions.set_secret_word import words_that_are_sealed
from checkin.app import CheckinApp, create_app
from checkin.channels.call.sender import CallSender
from checkin.channels.tablet.demo import doors
from checkin.channels.text.demo import add_phones, with_own_company
from checkin.channels.text.sender import TextSender
from checkin.commands.typed import our_settings
from checkin.commands.welcome import welcome, where_to_go
from checkin.example_people.agreed_with_dev import EVERY_DAY
from checkin.example_people.people import ExampleError, ask_at_once, put_example_people
from checkin.installation import Demo
from checkin.settings import Settings, read_settings
from checkin.worker.work import work

HOST = "127.0.0.1"
THREADS = 8
DEMO_PASSWORD = "willow court demo"  # noqa: S105 (of the demo alone, and shown on its pages)

log = logging.getLogger("checkin")


def senders_for(settings: Settings) -> Mapping[str, Sender]:
    """Return how messages leave; without an account they wait, and staff pages say so."""
    if not settings.sends_texts:
        return {}
    return {"text": TextSender(settings), "call": CallSender(settings)}


@click.command()
@click.option("--host", default=HOST, show_default=True, help="The address to listen on.")
@click.option("--without-worker", is_flag=True, help="Only the pages; run `checkin worker` beside.")
def serve(host: str, *, without_worker: bool) -> None:
    """Run the pages, and the worker in the same process."""
    settings = our_settings()
    app = create_app(settings)
    _run(app, settings, host, with_worker=not without_worker, hello=where_to_go(settings))


@click.command()
def worker() -> None:
    """Look for silence, tell staff and send messages. Run as many as you like."""
    settings = our_settings()
    app = create_app(settings)
    stop = threading.Event()
    click.echo("Working. Stop with Ctrl+C.")
    try:
        work(app.app_context, senders_for(settings), clock.now, stop)
    except KeyboardInterrupt:
        stop.set()


@click.command()
def demo() -> None:
    """Start with Dev, Ana and their staff: no settings, no account, no network."""
    settings = with_own_company(read_settings(demo=True))
    _start_afresh(settings)
    app = create_app(settings)
    add_phones(app, settings, senders_for(settings), app.csrf)
    with app.app_context():
        now = clock.now()
        try:
            cast = put_example_people(
                now, now.date() - timedelta(days=1), DEMO_PASSWORD, group_days=EVERY_DAY
            )
        except ExampleError as error:
            raise click.ClickException(str(error)) from error
        ask_at_once(cast, now)
    tablets = {"lounge": cast.house_tablet, "phone": cast.devs_phone}
    app.show_demo(Demo(DEMO_PASSWORD, cast.house, tablets))
    app.register_blueprint(doors)
    _run(app, settings, HOST, with_worker=True, hello=welcome(settings, DEMO_PASSWORD))


def _start_afresh(settings: Settings) -> None:
    """The demo begins anew each time; its database is its own."""
    for name in ("demo.db", "demo.db-wal", "demo.db-shm"):
        (settings.data / name).unlink(missing_ok=True)


def _say_what_cannot_be_read(app: CheckinApp) -> None:
    with app.app_context():
        if sealed := words_that_are_sealed():
            log.error(sealed)


def _run(app: CheckinApp, settings: Settings, host: str, *, with_worker: bool, hello: str) -> None:
    logging.basicConfig(level=os.environ.get("CHECKIN_LOG", "WARNING"))
    _say_what_cannot_be_read(app)
    stop = threading.Event()
    gc.collect()
    gc.freeze()  # what is there at the start stays: no page waits for it to be looked through
    server = create_server(app, host=host, port=settings.port, threads=THREADS)
    looking = threading.Thread(
        target=work, args=(app.app_context, senders_for(settings), clock.now, stop), name="worker"
    )
    click.echo(hello)  # now that the address is ours
    if with_worker:
        looking.start()
    try:
        server.run()
    finally:
        stop.set()
        server.close()
        if with_worker:
            looking.join(timeout=15)
