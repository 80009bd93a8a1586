"""While the database cannot keep anything: whether a call for help waits beside it, else a press for one."""

from datetime import datetime

from flask import Response, request, session, url_for

from checkin import clock
from checkin.actions.hear_press import whose_press
from checkin.channels.tablet.going import in_address
from checkin.channels.tablet.here import DEVICE
from checkin.channels.tablet.let_in_before import which_it_was
from checkin.channels.tablet.page import tablet
from checkin.door.sessions import PERSON, SAT_LAST
from checkin.installation import here
from checkin.not_now import Press, a_call_waits, nothing_kept
from checkin.storage import inbox
from checkin.storage.devices import hashed
from checkin.storage.inbox import Pressed
from checkin.storage.out_of_reach import OUT_OF_REACH
from checkin.storage.tables import new_id


def pressed_here(check_in_id: str | None, now: datetime) -> Pressed:
    """Return a press of Help with all that the browser brought; no database is asked."""
    token = request.cookies.get(DEVICE, "")
    return Pressed(
        new_id(),
        hashed(token) if token else "",
        page_of=request.form.get("person", ""),
        sits=session.get(PERSON, ""),
        sat_last=session.get(SAT_LAST, ""),
        check_in_id=check_in_id,
        on=request.form.get("on", ""),
        before=which_it_was(),
        at=now,
    )


def whose_call(pressed: Pressed) -> str:
    """Return whose it is (an id); where nobody can look, whose it may be."""
    try:
        call = whose_press(pressed)
    except OUT_OF_REACH:
        return next(filter(None, pressed.named), "")
    return call.person.id if call else ""


def call_waits() -> bool:
    """Say whether the call that this page is of waits beside the database still."""
    return inbox.waits(here().settings.data, in_address("kept") or "")


def cannot_keep(_: Exception | None = None) -> Response:
    """Say that the call of this page waits, or that nothing was kept, with a press for a person."""
    if call_waits():
        return _waits()
    pressed = pressed_here(None, clock.now())
    whose = next(filter(None, pressed.named), "") if pressed.device else ""
    return nothing_kept(Press(url_for("tablet.get_a_person"), whose) if whose else None)


def _waits() -> Response:
    """Say so at an address where it can be looked at again."""
    page, kept = a_call_waits(), in_address("kept")
    person = in_address("person")
    page.headers["Content-Location"] = url_for("tablet.help_is_coming", person=person, kept=kept)
    return page


for fault in OUT_OF_REACH:
    tablet.register_error_handler(fault, cannot_keep)
