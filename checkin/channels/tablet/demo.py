"""In the demo alone: a first page, what is promised, and a tablet that is let in without a code."""

from flask import Blueprint, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from checkin.channels.tablet.here import DEVICE
from checkin.installation import here
from checkin.promised import CHAPTERS, example

doors = Blueprint("doors", __name__)


@doors.get("/")
def first_page() -> str:
    """Show a newcomer where to go."""
    return render_template("shared/demo.html")


@doors.get("/promised")
def what_is_promised() -> str:
    """Show each kind of promise, and where it is worked out."""
    return render_template("shared/promised.html", chapters=CHAPTERS, example=example)


@doors.get("/demo/<which>")
def sit_at(which: str) -> Response:
    """Let this browser be one of the example devices."""
    demo = here().demo
    token = demo.tablets.get(which) if demo else None
    if token is None:
        abort(404)
    let_in = redirect(url_for("tablet.front_door"))
    let_in.set_cookie(
        DEVICE, token, httponly=True, samesite="Lax", path=url_for("tablet.front_door")
    )
    return let_in
