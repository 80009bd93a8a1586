"""In the demo alone: a first page, and a tablet that is let in without a code."""

from flask import Blueprint, Flask, abort, current_app, redirect, render_template, url_for
from werkzeug.wrappers import Response

from checkin.channels.tablet.here import DEVICE

doors = Blueprint("doors", __name__)

TOKENS = "checkin_demo_tablets"


def add_doors(app: Flask, *, lounge: str, phone: str) -> None:
    """Open the doors: the tablet in the lounge, and Dev's own phone."""
    app.extensions[TOKENS] = {"lounge": lounge, "phone": phone}
    app.register_blueprint(doors)


@doors.get("/")
def first_page() -> str:
    """Show a newcomer where to go."""
    return render_template("shared/demo.html")


@doors.get("/demo/<which>")
def sit_at(which: str) -> Response:
    """Let this browser be one of the example devices."""
    token = current_app.extensions[TOKENS].get(which) or abort(404)
    let_in = redirect(url_for("tablet.front_door"))
    let_in.set_cookie(
        DEVICE, token, httponly=True, samesite="Lax", path=url_for("tablet.front_door")
    )
    return let_in
