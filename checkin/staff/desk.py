"""The staff pages as one: how each is shown, and that none is kept by a browser."""

from typing import Any

from flask import Blueprint, Response, make_response, render_template
from flask_wtf.csrf import CSRFError

from checkin.door.no_copies import keep_no_copy

staff = Blueprint("staff", __name__, url_prefix="/staff")
staff.after_request(keep_no_copy)


def show(template: str, status: int = 200, **values: Any) -> Response:
    """Render `templates/staff/NAME.html`."""
    return make_response(render_template(f"staff/{template}.html", **values), status)


@staff.errorhandler(CSRFError)
def _too_old(_: Exception) -> Response:
    return show("too_old", 400)


@staff.errorhandler(404)
def _not_here(_: Exception) -> Response:
    return show("not_here", 404)
