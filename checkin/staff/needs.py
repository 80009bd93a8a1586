"""What a page asks of whoever opens it. A page that does not say is not there.

What belongs to another house is not there either: 404, never a hint (trust.md row 22).
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import abort, current_app, g, redirect, request, url_for
from werkzeug.wrappers import Response

from checkin import clock
from checkin.staff.ask_again import ask_again, been_away, is_here
from checkin.staff.kept_from_me import SaidRow, open_to
from checkin.staff.me import RANKS, Me, who_is_signed_in
from checkin.storage import agreements, alerts, answers, check_ins, devices, loops, media, people

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
MANAGERS = Needs(rank=RANKS.index("manager"))
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
    if who.rank < wanted.rank or not _all_in(who, request.view_args or {}):
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


def _all_in(who: Me, named: Mapping[str, str]) -> bool:
    in_house = all(_HOUSE_OF[name](value) in who.house_ids for name, value in named.items())
    return in_house and not _any_kept_from(who, named)


def _any_kept_from(who: Me, named: Mapping[str, str]) -> bool:
    found = (_SAID_IN[name](value) for name, value in named.items() if name in _SAID_IN)
    return any(row is not None and not open_to(who, [row]) for row in found)


def _of_person(person_id: str | None) -> str | None:
    found = people.person(person_id) if person_id else None
    return found.house_id if found else None


def _of_alert(alert_id: str) -> str | None:
    found = alerts.alert(alert_id)
    return found.house_id if found else None


def _of_loop(loop_id: str) -> str | None:
    found = loops.loop(loop_id)
    return _of_person(found.person_id) if found else None


def _of_agreement(agreement_id: str) -> str | None:
    versions = agreements.versions_of(agreement_id)
    return _of_person(versions[0].agreement.person) if versions else None


def _of_check_in(check_in_id: str) -> str | None:
    found = check_ins.check_in(check_in_id)
    return _of_person(found.person_id) if found else None


def _of_answer(answer_id: str) -> str | None:
    found = answers.answer(answer_id)
    return _of_person(found.person_id) if found else None


def _of_media(media_id: str) -> str | None:
    found = media.media(media_id)
    return _of_person(found.person_id) if found else None


def _of_device(device_id: str) -> str | None:
    found = devices.device(device_id)
    return found.house_id if found else None


_SAID_IN: Mapping[str, Callable[[str], SaidRow | None]] = {
    "alert_id": alerts.alert,
    "loop_id": loops.loop,
    "check_in_id": check_ins.check_in,
    "answer_id": answers.answer,
    "media_id": media.media,
}
"""What may hold words that a person keeps from someone here."""

_HOUSE_OF: Mapping[str, Callable[[str], str | None]] = {
    "person_id": _of_person,
    "alert_id": _of_alert,
    "loop_id": _of_loop,
    "agreement_id": _of_agreement,
    "check_in_id": _of_check_in,
    "answer_id": _of_answer,
    "media_id": _of_media,
    "device_id": _of_device,
}
