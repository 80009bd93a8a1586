"""Is this the password? Wrong tries are counted, and an unknown address takes as long to refuse."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from threading import BoundedSemaphore

from flask import current_app, request
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug.wrappers import Response

from checkin.actions.new_account import as_address
from checkin.actions.passwords import is_password_of
from checkin.actions.try_to_sign_in import Door, begin_try, right_password, wrong_password
from checkin.installation import here
from checkin.storage import staff as staff_kept
from checkin.storage.tables import Staff

WRONG = "That address and password do not go together. Check both, and try again."
TOO_OFTEN = (
    "There were too many wrong tries. Wait ten minutes, or use a browser where you have signed in "
    "before. If someone may need you now, ring them."
)
KNOWN = "staff_known"
KNOWN_FOR = 90 * 24 * 60 * 60  # seconds

_TWO_AT_A_TIME = BoundedSemaphore(2)  # each takes 19 MiB and a good part of a second


@dataclass(frozen=True, slots=True)
class Tried:
    """Who it was, if the password was right; else what to say, and with which status."""

    staff: Staff | None = None
    problem: str | None = None
    status: int = 200


def try_password(email: str, password: str, now: datetime) -> Tried:
    """Look whether address and password go together."""
    address = as_address(email)
    found = staff_kept.staff_by_email(address)
    door = Door(address, request.remote_addr or "", _known_mark(found))
    this_try = begin_try(door, now)
    if this_try is None:
        return Tried(problem=TOO_OFTEN, status=429)
    with _TWO_AT_A_TIME:
        right = is_password_of(found, password)
    if right:
        right_password(this_try)
        return Tried(found)
    wrong_password(door, now)
    return Tried(problem=WRONG, status=401)


def know_this_browser(response: Response, staff: Staff, path: str) -> None:
    """Remember that this account signed in here: guessing elsewhere will not keep it out."""
    response.set_cookie(
        KNOWN,
        _seal().dumps([staff.id, secrets.token_hex(8)]),
        max_age=KNOWN_FOR,
        path=path,
        httponly=True,
        samesite="Lax",
        secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
    )


def _known_mark(staff: Staff | None) -> str | None:
    try:
        staff_id, mark = _seal().loads(request.cookies.get(KNOWN, ""))
    except (BadSignature, ValueError):
        return None
    return str(mark) if staff and staff_id == staff.id else None


def _seal() -> URLSafeSerializer:
    return URLSafeSerializer(here().settings.secret_key, salt="a browser staff know")
