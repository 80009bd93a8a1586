"""Is it really the phone company? Its signature over our address and all it sends says so.

Source: trust.md rows 12 to 14 and A4. The signature carries no time: an id kept once is the
only guard against the same message sent again.
"""

import re

from flask import abort, request
from twilio.request_validator import RequestValidator

from checkin.channels.phone_company.come_again import NAMED
from checkin.installation import here

LARGEST = 64 * 1024  # bytes


def must_be_signed() -> None:
    """Stop with 403 unless our own phone company signed exactly this request.

    The address is the configured one: the Host header is whatever the caller writes. Values may
    slide between names under one signature, so each name must come once.
    """
    request.max_content_length = LARGEST
    settings = here().settings
    signature = request.headers.get("X-Twilio-Signature", "")
    address = settings.public_url + request.full_path.rstrip("?")
    signed = settings.sends_texts and RequestValidator(settings.twilio_token).validate(
        address, request.form, signature
    )
    if not signed or any(len(values) > 1 for values in request.form.listvalues()):
        abort(403)
    if request.form.get("AccountSid") != settings.twilio_account:
        abort(403)


def field(name: str, shape: str, *, missing: str | None = None) -> str:
    """Return what was sent under a name; stop with 403 where it has not the shape expected."""
    value = request.form.get(name, missing)
    if value is None or not re.fullmatch(shape, value, re.DOTALL):
        abort(403)
    return value


def named() -> str | None:
    """Return the name that we gave a message; None where it has none, 403 where it is no name."""
    name = request.args.get(NAMED)
    if name is not None and not re.fullmatch("[0-9a-f]{32}", name):
        abort(403)
    return name
