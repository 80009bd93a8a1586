"""A new tablet: a six-digit code from staff lets it in, once."""

from datetime import timedelta
from math import ceil

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock
from checkin.actions.enrol_device import TooManyTriesError, enrol
from checkin.channels.tablet.here import DEVICE, staff_signed_in
from checkin.channels.tablet.let_in_before import keep_which_it_was
from checkin.channels.tablet.page import show, shown_turned_off, tablet
from checkin.channels.tablet.turned_away import not_here

NOT_GOOD = "This code does not work. Ask staff for a new one."
LASTS = timedelta(days=400)  # the longest a browser keeps a cookie


def _door() -> str:
    """Where tries are counted: with staff signed in for them alone, so that nobody shuts a house out."""
    staff = staff_signed_in()
    return f"staff:{staff.id}" if staff else request.remote_addr or "nowhere"


def _too_many(wait: timedelta) -> str:
    minutes = max(1, ceil(wait / timedelta(minutes=1)))
    again = f"Wait {minutes} minute{'s' if minutes != 1 else ''}, then ask staff for a new code."
    if staff_signed_in():
        return f"Too many codes were tried. {again}"
    return (
        f"Too many codes were tried from this place. {again} Or staff sign in on this tablet first."
    )


def _asks(refused: str | None = None) -> Response:
    return show("enrol", refused=refused, not_here=not_here())


@tablet.get("/enrol")
def enrol_page() -> Response:
    """Ask for the code."""
    return _asks()


@tablet.get("/turned-off")
def turned_off() -> Response:
    """Say that what was said on a tablet that was turned off is kept, and whom to ring."""
    return shown_turned_off()


@tablet.post("/enrol")
def let_in() -> AnyResponse:
    """Let this tablet in, or ask again; a wrong code says no more than that."""
    code = "".join(filter(str.isdecimal, request.form.get("code", "")))
    try:
        token = enrol(code, clock.now(), door=_door(), known=staff_signed_in() is not None)
    except TooManyTriesError as fault:
        return _asks(_too_many(fault.wait))
    if token is None:
        return _asks(NOT_GOOD)
    entered = redirect(url_for("tablet.front_door"))
    secure, path = request.is_secure, url_for("tablet.front_door")
    before = request.cookies.get(DEVICE, "")
    keep_which_it_was(entered, before, secure=secure, path=path)
    entered.set_cookie(
        DEVICE, token, max_age=LASTS, httponly=True, secure=secure, samesite="Lax", path=path
    )
    return entered
