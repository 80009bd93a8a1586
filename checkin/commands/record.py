"""`checkin record verify`: is what happened still written down as it happened?"""

import sys

import click

from checkin.app import app_to_look_with
from checkin.settings import SettingsError, read_settings
from checkin.storage.guards import missing_guards
from checkin.storage.open import NotThereError, must_be_up_to_date
from checkin.storage.record import head
from checkin.storage.record_check import faults

COMPARED = (
    "Compared: every entry with the one before it. With the entries: what alerts say and came from, "
    "where they stand, who has them, and their steps; what was raised, by whom and where, each "
    "decision, whose it is, and when it was done and told; agreements; names, phones, keyworkers and "
    "stopped texts of people; names, addresses, phones, roles and houses of staff and of those "
    "outside, and who still works here; which devices are let in."
)
NOT_COMPARED = (
    "Not compared: what people answered and texted{guarded}, or rows added to it. What a text was "
    "taken to mean, and whether it holds the secret word: that changes as it is read, and no entry "
    "says it. What houses are called: entries name a house by its id. Nor check-ins, messages, "
    "photos, the circle, settings, own words, secret words, passwords, flows; of alerts whom first, "
    "by when, what was agreed, and when they were opened and taken; of loops when they were raised."
)


@click.group()
def record() -> None:
    """What happened, entry by entry, each holding on to the one before."""


@record.command()
def verify() -> None:
    """Look whether any entry was changed or is gone, and whether the rows agree with them.

    It changes nothing, and brings nothing up to date.
    """
    try:
        with app_to_look_with(read_settings()).app_context():
            must_be_up_to_date()
            wrong, guarded = list(faults()), not missing_guards()
            number, newest = head()
    except (SettingsError, NotThereError) as error:
        raise click.ClickException(str(error)) from error
    for line in wrong or ["The record is whole, and what was compared agrees with it."]:
        click.echo(line)
    click.echo(COMPARED)
    refused = ", which the database itself refuses to change"
    click.echo(NOT_COMPARED.format(guarded=refused if guarded else ""))
    click.echo(f"Head: {number} {newest}. Write it down somewhere else, to compare it another day.")
    sys.exit(bool(wrong))
