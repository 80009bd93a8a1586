"""What a page asks of whoever opens it. A page that does not say is not there.

What belongs to another house is not there either: 404, never a hint (trust.md row 22).
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import abort, current_app, g, request
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.note_look import note_look
from checkin.door.ask_again import Ask, ask_again, been_away, is_here
from checkin.door.me import RANKS, Me, who_is_signed_in
from checkin.door.theirs import is_theirs, whose

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
MANAGES = Needs(rank=RANKS.index("manager"))
BY_ITSELF = Needs(by_itself=True)


def needs(what: Needs) -> Callable[[View], View]:
    """Declare what a page needs."""

    def declared(view: View) -> View:
        view.needs = what  # type: ignore[attr-defined]  # read again by `at_the_door`
        return view

    return declared


@dataclass(frozen=True, slots=True)
class AtTheDoor:
    """What a part of the house shows to whoever is not let in yet."""

    to_sign_in: Callable[[], Response]
    ask_again: Callable[[Ask], Response]


def at_the_door(shows: AtTheDoor) -> Response | None:
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
        return shows.to_sign_in()
    if who.rank < wanted.rank or not is_theirs(who, request.view_args or {}):
        log.warning("Refused %s to staff %s.", request.endpoint, who.id)
        abort(404)
    ask = _if_away(who, wanted)
    if ask:
        return shows.ask_again(ask)
    if request.method == "GET" and not wanted.by_itself:
        _note_looks(who, request.view_args or {})
    return None


def _note_looks(who: Me, named: Mapping[str, str]) -> None:
    """Write down whose page this is: here, so that no page can forget to."""
    page = (request.endpoint or "").rpartition(".")[2]
    for name, value in named.items():
        person_id = whose(name, value)
        if person_id:
            row = f"{name.removesuffix('_id')}:{value}"
            try:
                note_look(who.id, page, row, person_id, clock.now())
            except Exception:  # a full disk must not keep staff from somebody who needs them
                log.exception("Could not write down that staff %s looked at %s.", who.id, row)


def _if_away(who: Me, wanted: Needs) -> Ask | None:
    g.away = been_away(clock.now())
    if wanted.by_itself:
        return None
    if g.away:
        return ask_again(who, clock.now())
    is_here(clock.now())
    return None
