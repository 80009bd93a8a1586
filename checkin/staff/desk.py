"""The staff pages as one: how each is shown, and that none is kept by a browser."""

from collections.abc import Iterator
from typing import Any

from flask import Blueprint, Response, make_response, render_template, request
from flask_wtf.csrf import CSRFError

from checkin.door.no_copies import keep_no_copy

staff = Blueprint("staff", __name__, url_prefix="/staff")
NOT_SHOWN = ("csrf_token", "email", "password", "password_again", "was", "next")
staff.after_request(keep_no_copy)


def show(template: str, status: int = 200, **values: Any) -> Response:
    """Render `templates/staff/NAME.html`."""
    return make_response(render_template(f"staff/{template}.html", **values), status)


def too_old(status: int) -> Response:
    """Say that nothing was kept, and show what was written, to whoever sent it and nobody else."""
    return show("too_old", status, written=[*written()])


def written() -> Iterator[str]:
    """Yield the words of a form that was sent, and no password, address or token."""
    for name, value in request.form.items():
        if " " in value.strip() and name not in NOT_SHOWN:
            yield value


@staff.errorhandler(CSRFError)
def _too_old(_: Exception) -> Response:
    return too_old(400)


@staff.errorhandler(404)
def _not_here(_: Exception) -> Response:
    return show("not_here", 404)
