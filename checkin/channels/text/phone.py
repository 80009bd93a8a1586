"""The demo's phones: text as Dev, see what comes, hear a staff phone ring, push the clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from re import findall
from zoneinfo import ZoneInfo

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.pass_time import pass_time
from checkin.actions.sending import Sender
from checkin.actions.work import send_all
from checkin.channels.text.stand_in import Kept, StandIn
from checkin.storage import check_ins
from checkin.storage.phones import phones as everyone_with_a_phone
from checkin.storage.tables import PersonRow, Staff
from checkin.wording import plain_date, plain_time

phone = Blueprint("phone", __name__, url_prefix="/phone")

PHONES = "phones"  # where the app keeps its DemoPhones
ZONE = ZoneInfo("Europe/London")
SEEN = 60  # texts on one phone
QUICK = ("OK", "LATE 20", "here 👍", "HELP", "can u get pineapple for tea")
STEPS = {"10": timedelta(minutes=10), "60": timedelta(hours=1)}
LONGEST = 1600


@dataclass(frozen=True, slots=True)
class DemoPhones:
    """The phone company behind the phones, and how our own texts and calls reach it."""

    company: StandIn
    senders: Mapping[str, Sender] | None


@dataclass(frozen=True, slots=True)
class Bubble:
    """One text or call on a phone."""

    id: str
    mine: bool
    call: bool
    words: str
    at: str
    state: str


@dataclass(frozen=True, slots=True)
class Handset:
    """One phone as it looks now."""

    number: str
    called: str
    role: str
    is_person: bool
    on: bool
    bubbles: tuple[Bubble, ...]

    @property
    def ringing(self) -> Bubble | None:
        """The call that rings now, if one does."""
        return next((one for one in self.bubbles if one.call and one.state == "ringing"), None)


@phone.get("/")
def show() -> str:
    """Show every phone and the clock."""
    handsets = [_handset(one) for one in everyone_with_a_phone()]
    now = clock.now().astimezone(ZONE)
    return render_template(
        "shared/phone.html",
        handsets=handsets,
        quick=QUICK,
        ours=_company().settings.twilio_number,
        day=plain_date(now.date()),
        time=plain_time(now),
        coming=_coming(),
    )


@phone.post("/text")
def text() -> Response:
    """Text Checkin from one of the phones."""
    words = request.form.get("words", "").strip()[:LONGEST]
    if words:
        _company().text_in(_a_number(), words)
        _company().errands.settle()
    return _back()


@phone.post("/power")
def power() -> Response:
    """Switch a phone off, or on again."""
    switch = _company().switch_on if request.form.get("on") else _company().switch_off
    switch(_a_number())
    return _back()


@phone.post("/pick-up")
def pick_up() -> Response:
    """Pick up a phone that rings."""
    _company().pick_up(request.form.get("call", ""))
    return _back()


@phone.post("/clock")
def push_clock() -> Response:
    """Let ten minutes or an hour pass, or the time until the next check-in by text."""
    now, by, coming = clock.now(), request.form.get("by", ""), _coming()
    if by == "next" and coming:
        pass_time(coming.due_at, _set_clock, now, send=_send)
    elif by in STEPS:
        pass_time(now + STEPS[by], _set_clock, now, send=_send)
    return _back()


def _set_clock(moment: datetime) -> None:
    clock.push_forward(max(moment - clock.now(), timedelta(0)))


def _send(now: datetime) -> None:
    """Send what waits, and let it arrive before more time passes."""
    if senders := _demo().senders:
        send_all(senders, now)
        _company().errands.settle()


@dataclass(frozen=True, slots=True)
class Coming:
    """The next check-in by text: whose, and when."""

    called: str
    due_at: datetime
    at: str


def _coming() -> Coming | None:
    found = []
    for one in everyone_with_a_phone():
        row = check_ins.next_text(one.id, clock.now()) if isinstance(one, PersonRow) else None
        if row:
            local = row.due_at.astimezone(ZONE)
            found.append(Coming(one.called, row.due_at, f"{local:%A} {plain_time(local)}"))
    return min(found, key=lambda coming: coming.due_at, default=None)


def _demo() -> DemoPhones:
    found: DemoPhones = current_app.extensions[PHONES]
    return found


def _company() -> StandIn:
    return _demo().company


def _a_number() -> str:
    """Return the number of one of the phones on the page; nobody else's can be used."""
    number = request.form.get("number", "")
    if number not in {one.phone for one in everyone_with_a_phone()}:
        abort(404)
    return number


def _back() -> Response:
    return redirect(url_for("phone.show"), 303)


def _handset(owner: PersonRow | Staff) -> Handset:
    number = owner.phone or ""
    kept = [one for one in _company().of(number) if _arrived(one, number)]
    return Handset(
        number=number,
        called=owner.called,
        role=_role(owner),
        is_person=isinstance(owner, PersonRow),
        on=number not in _company().phones_off,
        bubbles=tuple(_bubble(one, number) for one in kept[-SEEN:]),
    )


def _arrived(one: Kept, number: str) -> bool:
    """Tell whether something shows on a phone: a text that waits for it does not."""
    return one.from_ == number or one.kind == "call" or one.status == "delivered"


def _bubble(one: Kept, number: str) -> Bubble:
    at = plain_time(one.at.astimezone(ZONE))
    call = one.kind == "call"
    words = " ".join(findall(r">([^<]+)</Say>", one.body)) if call else one.body
    return Bubble(one.sid, one.from_ == number, call, words, at, one.status)


def _role(owner: PersonRow | Staff) -> str:
    if isinstance(owner, PersonRow):
        return "texts when out"
    return ", ".join(role.name.replace("_", " ") for role in owner.roles)
