"""`checkin demo`: start with the example people, afresh each time."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import click

from checkin import clock
from checkin.app import create_app
from checkin.channels.tablet.demo import doors
from checkin.channels.text.demo import add_phones, with_own_company
from checkin.commands.serve import HOST, run, senders_for
from checkin.commands.welcome import welcome
from checkin.example_people.agreed_with_dev import EVERY_DAY
from checkin.example_people.people import ExampleError, ask_at_once, put_example_people
from checkin.installation import Demo
from checkin.settings import Settings, read_settings

RUNS_ALREADY = (
    "A demo runs already with the folder {data}. Stop it first, with Ctrl+C where it runs. "
    "For two at once give this one a folder of its own, such as CHECKIN_DATA=var-2, and a port: PORT=5001."
)
DEMO_PASSWORD = "willow court demo"  # noqa: S105 (of the demo alone, and shown on its pages)


@click.command()
def demo() -> None:
    """Start with Dev, Ana and their staff: no settings, no account, no network."""
    settings = with_own_company(read_settings(demo=True))
    with _alone_in(settings.data):
        _start(settings)


@contextmanager
def _alone_in(data: Path) -> Iterator[None]:
    """Hold the folder while the demo runs: a second one would throw this one's people away."""
    data.mkdir(parents=True, exist_ok=True)
    with (data / "demo.lock").open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise click.ClickException(RUNS_ALREADY.format(data=data)) from error
        yield


def _start(settings: Settings) -> None:
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
    run(app, settings, HOST, with_worker=True, hello=welcome(settings, DEMO_PASSWORD))


def _start_afresh(settings: Settings) -> None:
    """The demo begins anew each time; its database is its own."""
    for name in ("demo.db", "demo.db-wal", "demo.db-shm"):
        (settings.data / name).unlink(missing_ok=True)
