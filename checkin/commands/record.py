"""`checkin record verify`: is what happened still written down as it happened?"""

import sys

import click

from checkin.commands.typed import this_installation
from checkin.storage.record import head
from checkin.storage.record_check import faults

COMPARED = (
    "Compared: every entry with the one before it; where alerts stand, and their steps; what was "
    "raised, and each decision; agreements; the phones of people and staff that the record tells "
    "of. Not compared: answers and texts, which the database itself refuses to change, messages "
    "and settings."
)


@click.group()
def record() -> None:
    """What happened, entry by entry, each holding on to the one before."""


@record.command()
def verify() -> None:
    """Look whether any entry was changed or is gone, and whether the rows agree with them."""
    app, _ = this_installation()
    with app.app_context():
        wrong = list(faults())
        number, newest = head()
    for line in wrong or ["The record is whole, and what was compared agrees with it."]:
        click.echo(line)
    click.echo(COMPARED)
    click.echo(f"Head: {number} {newest}. Write it down somewhere else, to compare it another day.")
    sys.exit(bool(wrong))
