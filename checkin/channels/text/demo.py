"""With no account set, the demo has a phone company and phones of its own."""

import secrets
from dataclasses import replace

from flask import Flask

from checkin.channels.text.phone import STAND_IN, phone
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


def add_phones(app: Flask, settings: Settings) -> StandIn:
    """Put the phone company and the page of phones into the demo's app.

    Its doors under /2010-04-01 take no CSRF token: they ask for the account's own.
    """
    company = StandIn(settings, picks_up=False)
    app.extensions[STAND_IN] = company
    app.register_blueprint(doors(company))
    app.register_blueprint(phone)
    return company
