"""`checkin watchdog`: does anybody still look for silence, and does what is due go on?"""

import logging
import os
import sys
import threading

import click

from checkin import clock
from checkin.app import app_to_look_with
from checkin.settings import SettingsError
from checkin.watchdog.keep_watch import keep_watch, look
from checkin.watchdog.settings import read_watch


@click.command()
@click.option("--once", is_flag=True, help="Look once; exit with 1 where something is wrong.")
def watchdog(*, once: bool) -> None:
    """Watch over Checkin from a process of its own: say so when nobody looks, or what is due stands still."""
    logging.basicConfig(level=os.environ.get("CHECKIN_LOG", "WARNING"))
    try:
        watch = read_watch()
    except SettingsError as fault:
        raise click.ClickException(str(fault)) from fault
    opened = app_to_look_with(watch.settings).app_context
    if once:
        wrong = look(watch, opened, clock.now())
        for words in [one.words for one in wrong] or ["Nothing is wrong."]:
            click.echo(words)
        sys.exit(bool(wrong))
    stop = threading.Event()
    click.echo("Watching. Stop with Ctrl+C.")
    try:
        keep_watch(watch, opened, clock.now, click.echo, stop)
    except KeyboardInterrupt:
        stop.set()
