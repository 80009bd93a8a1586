"""The demo's phones: text as Dev, see what comes, hear a staff phone ring, push the clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.sending import Sender
from checkin.channels.text.handsets import ZONE, handset
from checkin.channels.text.stand_in import StandIn
from checkin.storage import which_check_ins
from checkin.storage.phones import phones
from checkin.storage.tables import PersonRow
from checkin.wording import plain_date, plain_day, plain_time
from checkin.worker.look import send_all
from checkin.worker.pass_time import pass_time

QUICK = ("OK", "LATE 20", "here", "HELP", "can u get pineapple for tea")
STEPS = {"10": timedelta(minutes=10), "60": timedelta(hours=1)}
LONGEST = 1600


@dataclass(frozen=True, slots=True)
class DemoPhones:
    """The phone company behind the phones, and how our own texts and calls reach it."""

    company: StandIn
    senders: Mapping[str, Sender]


def phone_pages(phones: DemoPhones) -> Blueprint:
    """Return the pages of these phones."""
    pages = Blueprint("phone", __name__, url_prefix="/phone")

    @pages.before_request
    def these_phones() -> None:
        g.phones = phones

    pages.get("/")(show)
    for address, pressed in {
        "/text": text,
        "/power": power,
        "/pick-up": pick_up,
        "/clock": push_clock,
    }.items():
        pages.post(address)(pressed)
    return pages


def show() -> str:
    """Show every phone and the clock."""
    now = clock.now()
    return render_template(
        "shared/phone.html",
        handsets=[handset(owner, _company()) for owner in phones()],
        quick=QUICK,
        day=plain_date(now.astimezone(ZONE).date()),
        time=plain_time(now.astimezone(ZONE)),
        coming=_in_words(_coming(now), now),
    )


def text() -> Response:
    """Text Checkin from one of the phones."""
    words = request.form.get("words", "").strip()[:LONGEST]
    if words:
        _company().text_in(_a_number(), words)
        _company().errands.settle()
    return _back()


def power() -> Response:
    """Switch a phone off, or on again."""
    switch = _company().switch_on if request.form.get("on") else _company().switch_off
    switch(_a_number())
    return _back()


def pick_up() -> Response:
    """Pick up a phone that rings."""
    _company().pick_up(request.form.get("call", ""))
    return _back()


def push_clock() -> Response:
    """Let ten minutes or an hour pass, or the time until the next check-in by text."""
    now, by = clock.now(), request.form.get("by", "")
    until = _coming(now) if by == "next" else now + STEPS.get(by, timedelta(0))
    if until:
        pass_time(until, _set_clock, now, send=_send)
    return _back()


def _set_clock(moment: datetime) -> None:
    clock.push_forward(max(moment - clock.now(), timedelta(0)))


def _send(now: datetime) -> None:
    """Send what waits, and let it arrive before more time passes."""
    send_all(_demo().senders, now)
    _company().errands.settle()


def _coming(now: datetime) -> datetime | None:
    """Return when the next check-in by text is due."""
    owners = [owner for owner in phones() if isinstance(owner, PersonRow)]
    rows = [which_check_ins.next_text(owner.id, now) for owner in owners]
    return min((row.due_at for row in rows if row), default=None)


def _in_words(moment: datetime | None, now: datetime) -> str:
    """Return a time to come: 10:00, or Monday 09:15 where that is not today."""
    if moment is None:
        return ""
    there, here = moment.astimezone(ZONE), now.astimezone(ZONE)
    day = "" if there.date() == here.date() else f"{plain_day(there)} "
    return day + plain_time(there)


def _demo() -> DemoPhones:
    found: DemoPhones = g.phones
    return found


def _company() -> StandIn:
    return _demo().company


def _a_number() -> str:
    """Return the number of one of the phones on the page; nobody else's can be used."""
    number = request.form.get("number", "")
    if number not in {owner.phone for owner in phones()}:
        abort(404)
    return number


def _back() -> Response:
    return redirect(url_for("phone.show"), 303)
