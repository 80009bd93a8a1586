"""The stand-in's doors: the few addresses of Twilio's that we use."""

from collections.abc import Callable
from datetime import UTC
from email.utils import format_datetime
from re import fullmatch
from threading import Event
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, jsonify, request

from checkin.channels.text.stand_in.company import StandIn
from checkin.channels.text.stand_in.fault import Fails, Hangs, KeepsThenHangs
from checkin.channels.text.stand_in.kept import Kept

LONGEST = 1600

FAULTS = {
    20003: (401, "Authenticate"),
    20404: (404, "The requested resource was not found"),
    21211: (400, "Invalid 'To' Phone Number"),
    21602: (400, "Message body is required."),
    21606: (400, "The 'From' phone number provided is not a valid message-capable number."),
    21610: (400, "Attempt to send to unsubscribed recipient"),
    21617: (400, "The concatenated message body exceeds the 1600 character limit"),
}


def doors(company: StandIn) -> Blueprint:
    """Return the doors of one company, for the demo's app or for an app of their own."""
    account = company.settings.twilio_account
    at = Blueprint("stand_in", __name__, url_prefix=f"/2010-04-01/Accounts/{account}")

    @at.before_request
    def who() -> Response | None:
        given = request.authorization
        ours = (account, company.settings.twilio_token)
        known = given and (given.username, given.password) == ours
        return None if known else _fault(20003)

    @at.post("/Messages.json")
    def text() -> Response:
        wrong = _wrong_text(company)
        return _fault(wrong) if wrong else _take(company, lambda: _text(company))

    @at.post("/Calls.json")
    def call() -> Response:
        wrong = _wrong_number(company)
        return _fault(wrong) if wrong else _take(company, lambda: _call(company))

    @at.get("/Messages.json")
    def texts() -> Response:
        return _list("messages", [one for one in _asked_for(company) if one.kind == "text"])

    @at.get("/Calls.json")
    def calls() -> Response:
        return _list("calls", [one for one in _asked_for(company) if one.kind == "call"])

    @at.get("/Messages/<sid>.json")
    @at.get("/Calls/<sid>.json")
    def one(sid: str) -> Response:
        found = company.find(sid)
        return jsonify(_shown(found)) if found else _fault(20404)

    return at


def _take(company: StandIn, take: Callable[[], Response]) -> Response:
    """Take a text or call, unless a fault was asked for."""
    match company.faults.popleft() if company.faults else None:
        case Fails(status, code):
            return _answer(
                status, {"code": code, "message": "As the test asked.", "status": status}
            )
        case Hangs(seconds):
            Event().wait(seconds)
            return _fault(20404)
        case KeepsThenHangs(seconds):
            taken = take()
            Event().wait(seconds)
            return taken
        case None:
            return take()


def _text(company: StandIn) -> Response:
    form, wait = request.form, request.form.get("ValidityPeriod")
    text = company.take_text(
        form["To"], form["Body"], form.get("StatusCallback", ""), int(wait) if wait else None
    )
    return _answer(201, _shown(text)) if text else _fault(21610)


def _call(company: StandIn) -> Response:
    form = request.form
    call = company.take_call(form["To"], form.get("Twiml", ""), form.get("StatusCallback", ""))
    return _answer(201, _shown(call))


def _wrong_number(company: StandIn) -> int | None:
    if not fullmatch(r"\+[1-9]\d{6,14}", request.form.get("To", "")):
        return 21211
    return None if request.form.get("From") == company.settings.twilio_number else 21606


def _wrong_text(company: StandIn) -> int | None:
    body = request.form.get("Body", "")
    if not body:
        return 21602
    return 21617 if len(body) > LONGEST else _wrong_number(company)


def _asked_for(company: StandIn) -> list[Kept]:
    """Return what matches the filters To and From, newest first."""
    to, from_ = request.args.get("To"), request.args.get("From")
    newest_first = reversed(tuple(company.kept))
    return [one for one in newest_first if to in (None, one.to) and from_ in (None, one.from_)]


def _list(name: str, found: list[Kept]) -> Response:
    size = min(max(request.args.get("PageSize", 50, int), 1), 1000)
    page = request.args.get("Page", 0, int)
    here, after = found[page * size : (page + 1) * size], found[(page + 1) * size :]
    following = f"{request.path}?{urlencode({**request.args, 'Page': page + 1})}" if after else None
    shown = [_shown(one) for one in here]
    return jsonify({name: shown, "page": page, "page_size": size, "next_page_uri": following})


def _shown(one: Kept) -> dict[str, Any]:
    at = format_datetime(one.at.astimezone(UTC))
    return {
        "sid": one.sid,
        "to": one.to,
        "from": one.from_,
        "body": one.body,
        "status": one.status,
        "direction": "inbound" if one.status == "received" else "outbound-api",
        "date_created": at,
        "date_updated": at,
        "date_sent": at,
        "start_time": at,
        "num_media": "0",
        "num_segments": "1",
        "error_code": None,
        "error_message": None,
        "api_version": "2010-04-01",
    }


def _fault(code: int) -> Response:
    status, words = FAULTS[code]
    return _answer(status, {"code": code, "message": words, "status": status})


def _answer(status: int, shown: dict[str, Any]) -> Response:
    answer = jsonify(shown)
    answer.status_code = status
    return answer
