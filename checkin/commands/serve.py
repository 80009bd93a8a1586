"""`checkin serve` and `worker`: run the pages and the work."""

import gc
import logging
import os
import threading
from collections.abc import Mapping

import click
from waitress import create_server

from checkin.actions.sending import Sender
from checkin.actions.set_secret_word import words_that_are_sealed
from checkin.app import CheckinApp, create_app, time_of
from checkin.channels.call.sender import CallSender
from checkin.channels.text.sender import TextSender
from checkin.commands.typed import our_settings
from checkin.commands.welcome import where_to_go
from checkin.settings import Settings
from checkin.worker.work import keep_hearing, work

HOST = "127.0.0.1"
THREADS = 8

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
    run(app, settings, host, with_worker=not without_worker, hello=where_to_go(settings))


@click.command()
def worker() -> None:
    """Look for silence, tell staff and send messages. Run as many as you like."""
    settings = our_settings()
    app = create_app(settings)
    stop = threading.Event()
    click.echo("Working. Stop with Ctrl+C.")
    try:
        work(app.app_context, senders_for(settings), time_of(app), stop)
    except KeyboardInterrupt:
        stop.set()


def _say_what_cannot_be_read(app: CheckinApp) -> None:
    with app.app_context():
        if sealed := words_that_are_sealed():
            log.error(sealed)


def run(app: CheckinApp, settings: Settings, host: str, *, with_worker: bool, hello: str) -> None:
    """Serve the pages until told to stop, and say where they are; with the worker beside, or not."""
    logging.basicConfig(level=os.environ.get("CHECKIN_LOG", "WARNING"))
    _say_what_cannot_be_read(app)
    stop = threading.Event()
    gc.collect()
    gc.freeze()  # what is there at the start stays: no page waits for it to be looked through
    server = create_server(app, host=host, port=settings.port, threads=THREADS)
    time = time_of(app)
    working = (work, (app.app_context, senders_for(settings), time, stop))
    hearing = (keep_hearing, (app.app_context, time, stop))
    does, with_these = working if with_worker else hearing
    looking = threading.Thread(target=does, args=with_these, name="worker")
    click.echo(hello)  # now that the address is ours
    looking.start()
    try:
        server.run()
    finally:
        stop.set()
        server.close()
        looking.join(timeout=15)
