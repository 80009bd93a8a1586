"""What was typed on the command line, as the rest of Checkin wants it, or what to type instead."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import click

from checkin.actions.add_house import HouseNameError
from checkin.actions.add_outside_contact import WorksHereError
from checkin.actions.agree import AgreementFileError
from checkin.actions.find_person import WhoError
from checkin.actions.new_account import AddressTakenError, as_address
from checkin.actions.open_house import NotYetError
from checkin.actions.passwords import PasswordError
from checkin.actions.whose_phone import NumberTakenError
from checkin.app import CheckinApp, app_without_doors
from checkin.phone_numbers.reading import Number, Use, read_number
from checkin.phone_numbers.refused import CannotBeTexted
from checkin.settings import Settings, SettingsError, read_settings
from checkin.storage.transaction import kept_together
from checkin.typed import clean

LONGEST_NAME, LONGEST_CALLED, LONGEST_EMAIL = 120, 60, 254  # as the tables hold
LOOKS_LIKE_AN_ADDRESS = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]+")
LIKE_AN_ADDRESS = "Write an address such as jo@willow-court.example."
TO_TYPE_AGAIN = (
    PasswordError,
    AddressTakenError,
    NumberTakenError,
    WorksHereError,
    WhoError,
    AgreementFileError,
    HouseNameError,
    NotYetError,
)


def our_settings() -> Settings:
    """Return the settings of this installation, or say which one is missing."""
    try:
        return read_settings()
    except SettingsError as error:
        raise click.ClickException(str(error)) from error


def this_installation() -> tuple[CheckinApp, Settings]:
    """Return the app and its settings, or say which setting is missing."""
    try:
        settings = read_settings()
        return app_without_doors(settings), settings
    except SettingsError as error:
        raise click.ClickException(str(error)) from error


@contextmanager
def kept_or_said(app: CheckinApp) -> Iterator[None]:
    """Keep all that is done in this block; where something must be typed again, keep nothing."""
    try:
        with app.app_context(), kept_together():
            yield
    except TO_TYPE_AGAIN as error:
        raise click.ClickException(str(error)) from error


def name_typed(_: click.Context, option: click.Parameter, typed: str) -> str:
    """Return a name on one line, without what stands around it, or say what to write."""
    return _on_one_line(typed, LONGEST_NAME, option, "Write a name.")


def called_typed(_: click.Context, option: click.Parameter, typed: str | None) -> str | None:
    """Return what somebody likes to be called, or what they are to a person; None: not said."""
    if typed is None:
        return None
    return _on_one_line(typed, LONGEST_CALLED, option, "Write it, or leave it out.")


def called_or_first(called: str | None, name: str) -> str:
    """Return what somebody likes to be called; not said, it is the first word of their name.

    An office that begins with "The" is called by its whole name.
    """
    first = called or name.split(maxsplit=1)[0]
    if first.casefold() == "the":
        first = name
    if len(first) > LONGEST_CALLED:
        raise click.ClickException(f"Write --called, in at most {LONGEST_CALLED} letters.")
    return first


def email_typed(_: click.Context, option: click.Parameter, typed: str) -> str:
    """Return an address as it is kept, or say what to write."""
    address = as_address(_on_one_line(typed, LONGEST_EMAIL, option, LIKE_AN_ADDRESS))
    if not LOOKS_LIKE_AN_ADDRESS.fullmatch(address):
        raise click.ClickException(f"--email '{address}': {LIKE_AN_ADDRESS}")
    return address


def _on_one_line(typed: str, longest: int, option: click.Parameter, write: str) -> str:
    """Return what was typed with single spaces, if it can be kept and read as one line."""
    words = " ".join(typed.split())
    if not words or clean(words) != words or len(typed.strip().splitlines()) > 1:
        raise click.ClickException(f"{option.opts[0]}: {write} On one line, in letters.")
    if len(words) > longest:
        raise click.ClickException(
            f"{option.opts[0]} has {len(words)} letters. Write at most {longest}."
        )
    return words


def phone_typed(
    typed: str | None, use: Use, settings: Settings, *, no_landline: str | None = None
) -> str | None:
    """Return a number as it is kept; nothing typed is no phone.

    `no_landline`: what to write instead of a phone that gets no texts, where one is needed.
    """
    if not (typed or "").strip():
        return None
    match read_number(typed or "", use, settings.countries):
        case Number(kept):
            return kept
        case CannotBeTexted(why=why) if no_landline:
            raise click.ClickException(f"--phone '{typed}': {why} {no_landline}")
        case refused:
            raise click.ClickException(f"--phone '{typed}': {refused.words}")
