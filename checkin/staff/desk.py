"""The staff pages as one: how each is shown, and that none is kept by a browser."""

from typing import Any

from flask import Blueprint, Response, make_response, render_template
from flask_wtf.csrf import CSRFError

staff = Blueprint("staff", __name__, url_prefix="/staff")


def show(template: str, status: int = 200, **values: Any) -> Response:
    """Render `templates/staff/NAME.html`."""
    return make_response(render_template(f"staff/{template}.html", **values), status)


@staff.after_request
def _keep_no_copy(response: Response) -> Response:
    """What is read, seen or heard here stays in no cache: the next one here cannot go back to it."""
    response.headers["Cache-Control"] = "no-store"
    return response


@staff.errorhandler(CSRFError)
def _too_old(_: Exception) -> Response:
    return show("too_old", 400)


@staff.errorhandler(404)
def _not_here(_: Exception) -> Response:
    return show("not_here", 404)
