"""A new tablet: a six-digit code from staff lets it in, once."""

from datetime import timedelta

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock
from checkin.actions.enrol_device import TooManyTriesError, enrol
from checkin.channels.tablet.here import DEVICE
from checkin.channels.tablet.page import show, tablet

NOT_GOOD = "This code does not work. Ask staff for a new one."
LASTS = timedelta(days=400)  # the longest a browser keeps a cookie


@tablet.get("/enrol")
def enrol_page() -> Response:
    """Ask for the code."""
    return show("enrol", refused=None)


@tablet.post("/enrol")
def let_in() -> AnyResponse:
    """Let this tablet in, or ask again; a wrong code says no more than that."""
    code = "".join(filter(str.isdecimal, request.form.get("code", "")))
    try:
        token = enrol(code, clock.now(), door=request.remote_addr or "nowhere")
    except TooManyTriesError as fault:
        return show("enrol", refused=str(fault))
    if token is None:
        return show("enrol", refused=NOT_GOOD)
    entered = redirect(url_for("tablet.front_door"))
    entered.set_cookie(
        DEVICE,
        token,
        max_age=LASTS,
        httponly=True,
        secure=request.is_secure,
        samesite="Lax",
        path=url_for("tablet.front_door"),
    )
    return entered
