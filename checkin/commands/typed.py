"""What was typed on the command line, as the rest of Checkin wants it, or what to type instead."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from checkin.actions.add_staff import AddressTakenError
from checkin.actions.agree import AgreementFileError
from checkin.actions.find_person import WhoError
from checkin.actions.passwords import PasswordError
from checkin.actions.whose_phone import NumberTakenError
from checkin.app import CheckinApp, create_app
from checkin.phone_numbers.reading import Number, Use, read_number
from checkin.settings import Settings, SettingsError, read_settings
from checkin.storage.transaction import kept_together

TO_TYPE_AGAIN = (
    PasswordError,
    AddressTakenError,
    NumberTakenError,
    WhoError,
    AgreementFileError,
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
        return create_app(settings), settings
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


def name_typed(_: click.Context, __: click.Parameter, typed: str) -> str:
    """Return a name without what stands around it, or say that there is none."""
    if not typed.strip():
        raise click.ClickException("Write a name.")
    return typed.strip()


def phone_typed(typed: str | None, use: Use, settings: Settings) -> str | None:
    """Return a number as it is kept; nothing typed is no phone."""
    if not (typed or "").strip():
        return None
    match read_number(typed or "", use, settings.countries):
        case Number(kept):
            return kept
        case refused:
            raise click.ClickException(f"--phone '{typed}': {refused.words}")
