"""From a press to the next page: in the same answer where our script asks, else by a redirect.

A script asks with `Accept`, and so needs one journey over the air where a browser needs two.
"""

from typing import Any

from flask import current_app, g, make_response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from checkin.channels.tablet.here import is_turned_away

CALLS = ("tablet.help_page", "tablet.help_is_coming")
NEXT_PAGE = "application/vnd.checkin.next-page+html"  # also in static/person.js


def go_to(page: str, **values: Any) -> AnyResponse:
    """Show this page next. `_anchor` and what its address has after "?" go along.

    Of a device that was turned away nothing is shown but that it was."""
    if is_turned_away() and page not in CALLS:
        page, values = "tablet.turned_off", {}
    address = url_for(page, **values)
    if request.headers.get("Accept") != NEXT_PAGE:
        return redirect(address)
    named = {name for rule in current_app.url_map.iter_rules(page) for name in rule.arguments}
    g.in_address = {name: value for name, value in values.items() if name not in named}
    view = current_app.view_functions[page]
    shown = make_response(view(**{name: values[name] for name in named if values.get(name)}))
    shown.headers["Content-Location"] = address
    return shown


def shows_the_next() -> bool:
    """Say whether a press was taken, and the page after it is shown in the same answer."""
    return "in_address" in g


def in_address(name: str) -> str | None:
    """Return what an address says after "?", also of a page that is shown in the same answer."""
    found = g.in_address.get(name) if shows_the_next() else request.args.get(name)
    return str(found) if found is not None else None
