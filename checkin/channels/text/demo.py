"""With no account set, the demo has a phone company and phones of its own."""

import secrets
from collections.abc import Mapping
from dataclasses import replace

from flask import Flask
from flask_wtf import CSRFProtect

from checkin.actions.sending import Sender
from checkin.channels.text.phone import DemoPhones, phone_pages
from checkin.channels.text.stand_in import StandIn, doors
from checkin.settings import Settings

NUMBER = "+447700900000"  # kept for dramas: nobody has it


def with_own_company(settings: Settings) -> Settings:
    """Return settings whose texts and calls come back to this machine."""
    return replace(
        settings,
        twilio_account="AC" + secrets.token_hex(16),
        twilio_token=secrets.token_hex(16),
        twilio_number=NUMBER,
        twilio_api=settings.public_url,
    )


def add_phones(
    app: Flask, settings: Settings, senders: Mapping[str, Sender], csrf: CSRFProtect
) -> StandIn:
    """Put the phone company and the page of phones into the demo's app.

    With the worker's `senders`, all that falls due while time is pushed is sent at its own moment.
    The company's doors take no CSRF token: they ask for the account's own.
    """
    company = StandIn(settings, picks_up=False)
    its_doors = doors(company)
    app.register_blueprint(its_doors)
    app.register_blueprint(phone_pages(DemoPhones(company, senders)))
    csrf.exempt(its_doors)
    return company
