"""Word of a call that we made."""

from flask import Blueprint, Response

from checkin import clock
from checkin.actions.note_receipt import note_receipt
from checkin.channels.call.sender import STATUS
from checkin.channels.phone_company.come_again import ask_to_come_again
from checkin.channels.phone_company.signature import field, must_be_signed, named

calls = Blueprint("calls", __name__, url_prefix="/calls")
calls.before_request(must_be_signed)
ask_to_come_again(calls)


@calls.post("/status")
def receipt() -> Response:
    """Note whether a call rang and was picked up."""
    said = field("CallStatus", r"[a-z-]{1,20}")
    if status := STATUS.get(said):
        code = said if status == "failed" else None
        note_receipt(field("CallSid", r"CA[0-9a-f]{32}"), status, code, clock.now(), named())
    return Response(status=204)
