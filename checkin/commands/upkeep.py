"""`checkin doctor` and `checkin upgrade`: is everything there, and is it up to date?"""

import sys
from collections.abc import Iterator

import click

from checkin import clock
from checkin.actions.no_phone import warnings
from checkin.actions.nobody_to_tell import nobody_to_tell
from checkin.actions.set_secret_word import words_that_are_sealed
from checkin.actions.whose_phone import shared_with_staff
from checkin.app import create_app
from checkin.commands.typed import our_settings
from checkin.lives.refused_number import in_words, with_more
from checkin.settings import Settings
from checkin.speech.speaker_for import speaker_for
from checkin.storage import nobody_told
from checkin.storage import staff as staff_kept
from checkin.storage.outside import FEWEST, houses_with_too_few
from checkin.storage.phones import shared_phones, unread_phones


@click.command()
def upgrade() -> None:
    """Bring the database up to date. `checkin serve` does it too."""
    create_app(our_settings())
    click.echo("The database is up to date.")


@click.command()
def doctor() -> None:
    """Look at this installation and say what is missing, and what to do."""
    settings = our_settings()
    with create_app(settings).app_context():
        phones = (*phones_to_put_right(), *warnings(clock.now()))
        wrong = [
            *_nobody_told(),
            *_nobody_outside(),
            *_what_is_wrong(settings),
            *phones,
            *_words_to_set(),
        ]
    for line in wrong or ["Nothing is missing."]:
        click.echo(line)
    sys.exit(bool(wrong))


def _what_is_wrong(settings: Settings) -> Iterator[str]:
    if not settings.sends_texts:
        yield (
            "No texts can be sent. Set CHECKIN_TWILIO_ACCOUNT, CHECKIN_TWILIO_TOKEN and "
            "CHECKIN_TWILIO_NUMBER."
        )
    if settings.public_url.startswith("http:"):
        yield "Set CHECKIN_PUBLIC_URL to the https address that people and phones reach us by."
    if settings.database.startswith("sqlite"):
        yield "SQLite serves one house. For more, set CHECKIN_DATABASE to a PostgreSQL address."
    if speaker_for(settings.data, settings.speech).offer("Hello.", "en-GB") is None:
        yield "Nothing here can speak English. Install py-nanotts or espeakng-loader."


def _nobody_told() -> Iterator[str]:
    """Say that somebody calls of whom nobody could be told, and which houses have nobody to tell."""
    if count := len(nobody_told.alerts_of()):
        waits = "An alert waits" if count == 1 else f"{count} alerts wait"
        yield f"{waits} of which nobody could be told. The staff pages show it: ring somebody now."
    for words in nobody_to_tell():
        yield f"{words} Write one down with `checkin people change-phone`."


def _nobody_outside() -> Iterator[str]:
    """Say which houses ring nobody where a person keeps something from everybody in the house."""
    for one in houses_with_too_few():
        yield (
            f"{one.name} has fewer than {FEWEST} contacts outside it. What a person keeps from "
            f"everybody there reaches nobody. Add them: `checkin people add-outside --house "
            f'"{one.name}" --role safeguarding_lead`, and one with --role outside.'
        )


def phones_to_put_right() -> Iterator[str]:
    """Say whose number is none, is somebody else's, or is never reached, and what to do."""
    for one in unread_phones():
        yield (
            f"{one.name}: the phone '{one.phone_unread}' is no number, or somebody else's. It is "
            "not used. Ask them, and write the right one with `checkin people change-phone`."
        )
    for staff in staff_kept.all_refused():
        ways = in_words(with_more(staff.refused_apart, (staff.phone_refused or "").split(",")))
        yield (
            f"{staff.name}: the phone company never takes {ways} to {staff.phone}. Ask them, and "
            "write the right one with `checkin people change-phone`."
        )
    yield from filter(None, map(shared_with_staff, shared_phones()))


def _words_to_set() -> Iterator[str]:
    if sealed := words_that_are_sealed():
        yield sealed
