"""All commands in one place: `checkin --help`."""

import click

from checkin.commands.demo import demo
from checkin.commands.flows import flows
from checkin.commands.for_hear import flow_named, words_of
from checkin.commands.hear import flows_hear, texts_hear
from checkin.commands.people import people
from checkin.commands.play import play, test
from checkin.commands.record import record
from checkin.commands.serve import serve, worker
from checkin.commands.speech import speech
from checkin.commands.symbols import symbols
from checkin.commands.upkeep import doctor, upgrade
from checkin.commands.watchdog import watchdog


@click.group()
def main() -> None:
    """People who draw on support say how things are, and someone acts on it."""


@click.group()
def texts() -> None:
    """What texts mean."""


for command in (play, test, flows_hear(flow_named, words_of)):
    flows.add_command(command)
texts.add_command(texts_hear(words_of))
for group in (
    serve,
    worker,
    demo,
    flows,
    texts,
    speech,
    symbols,
    people,
    record,
    doctor,
    upgrade,
    watchdog,
):
    main.add_command(group)
