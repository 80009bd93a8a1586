"""What a page asks of whoever opens it. A page that does not say is not there.

What belongs to another house is not there either: 404, never a hint (trust.md row 22).
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import abort, current_app, g, redirect, request, url_for
from werkzeug.wrappers import Response

from checkin import clock
from checkin.staff.ask_again import ask_again, been_away, is_here
from checkin.staff.me import RANKS, Me, who_is_signed_in
from checkin.staff.theirs import is_theirs

log = logging.getLogger(__name__)

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Needs:
    """Who may open a page. `by_itself`: a script asks, which does not mean that someone is here."""

    signed_in: bool = True
    rank: int = 0
    by_itself: bool = False


ANYONE = Needs(signed_in=False)
STAFF = Needs()
LEADS = Needs(rank=RANKS.index("team_lead"))
BY_ITSELF = Needs(by_itself=True)


def needs(what: Needs) -> Callable[[View], View]:
    """Declare what a page needs."""

    def declared(view: View) -> View:
        view.needs = what  # type: ignore[attr-defined]  # read again by `at_the_door`
        return view

    return declared


def at_the_door() -> Response | None:
    """Let in who may come in; everybody else is sent to sign in, asked again, or finds nothing."""
    wanted: Needs | None = getattr(
        current_app.view_functions[request.endpoint or ""], "needs", None
    )
    if wanted is None:
        abort(404)
    if not wanted.signed_in:
        return None
    who = who_is_signed_in()
    if who is None:
        return _to_sign_in()
    if who.rank < wanted.rank or not is_theirs(who, request.view_args or {}):
        log.warning("Refused %s to staff %s.", request.endpoint, who.id)
        abort(404)
    return _if_away(who, wanted)


def _if_away(who: Me, wanted: Needs) -> Response | None:
    g.away = been_away(clock.now())
    if wanted.by_itself:
        return None
    if g.away:
        return ask_again(who, clock.now())
    is_here(clock.now())
    return None


def _to_sign_in() -> Response:
    asked = request.full_path if request.method == "GET" else url_for("staff.alert_list")
    return redirect(url_for("staff.sign_in", next=asked.rstrip("?")))
