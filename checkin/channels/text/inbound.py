"""A text arrives, or word of one that we sent."""

from flask import Blueprint, Response, abort

from checkin import clock
from checkin.actions.note_receipt import note_receipt
from checkin.actions.take_in import take_in
from checkin.channels.phone_company.come_again import ask_to_come_again
from checkin.channels.phone_company.signature import field, must_be_signed, named
from checkin.channels.text.sender import STATUS
from checkin.installation import here
from checkin.phone_numbers.reading import as_kept
from checkin.storage.inbox import Came

texts = Blueprint("texts", __name__, url_prefix="/texts")
texts.before_request(must_be_signed)
ask_to_come_again(texts)

ID = r"[A-Z]{2}[0-9a-f]{32}"
NUMBER = r"[+\w &.()-]{1,20}"
ANYTHING = r".*"


@texts.post("/in")
def hear() -> Response:
    """Hear a text; the same id twice is one. An answer, if any, leaves as a message of its own."""
    settings = here().settings
    if as_kept(field("To", NUMBER), settings.countries) != settings.twilio_number:
        abort(403)
    now = clock.now()
    came = Came(
        field("MessageSid", ID),
        as_kept(field("From", NUMBER), settings.countries),
        # PostgreSQL cannot keep this one letter. A picture alone arrives as no words.
        field("Body", ANYTHING, missing="").replace("\0", "\N{REPLACEMENT CHARACTER}"),
        pictures=field("NumMedia", r"\d{1,2}", missing="0").strip("0") != "",
        at=now,
    )
    take_in(came, now)
    return Response("<Response/>", content_type="text/xml")


@texts.post("/status")
def receipt() -> Response:
    """Note what the phone company says of a text that we sent."""
    status = STATUS.get(field("MessageStatus", r"[a-z-]{1,20}"))
    if status:
        code = field("ErrorCode", r"\d{0,8}", missing="")
        note_receipt(field("MessageSid", ID), status, code or None, clock.now(), named())
    return Response(status=204)
