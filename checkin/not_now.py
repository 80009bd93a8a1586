"""While the database is held, full or gone: what a page says then, and whom to ring instead."""

from typing import NamedTuple

from flask import Flask, Response, make_response, render_template, request

from checkin.actions.nobody_told import whom_to_ring_unasked
from checkin.storage.out_of_reach import OUT_OF_REACH

SECONDS = 10.0  # for which a page waits for its turn to keep something


class Press(NamedTuple):
    """A press for a person that is kept all the same: where it goes, and whose page it is (an id)."""

    goes_to: str
    person: str


def say_so_when_out_of_reach(app: Flask) -> None:
    """Show a page that needs no database where a press could not be kept, on every page of ours.

    The doors of the phone company say it in their own way, and a tablet with a press for a person.
    """
    for fault in OUT_OF_REACH:
        app.register_error_handler(fault, lambda _: not_now(lost=request.method == "POST"))


def not_now(*, lost: bool, press: Press | None = None) -> Response:
    """Say that what was pressed is `lost` and nobody was told, or that a page cannot be shown."""
    answer = _page(lost=lost, press=press)
    answer.status_code = 503
    answer.headers["Retry-After"] = "60"
    return answer


def a_call_waits() -> Response:
    """Say that a call for help is kept, and that nobody could be told yet."""
    return _page(waits=True)


def _page(*, waits: bool = False, lost: bool = False, press: Press | None = None) -> Response:
    page = render_template(
        "shared/not_now.html",
        waits=waits,
        lost=lost,
        press=press,
        to_ring=whom_to_ring_unasked(),
    )
    return make_response(page)
