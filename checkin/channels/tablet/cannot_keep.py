"""While the database cannot keep anything: what a page says, and whether a call for help waits beside it."""

from datetime import datetime

from flask import Response, request, session, url_for

from checkin import clock
from checkin.channels.tablet.going import in_address, shows_the_next
from checkin.channels.tablet.here import the_token
from checkin.channels.tablet.let_in_before import which_it_was
from checkin.channels.tablet.page import tablet
from checkin.door.sessions import PERSON, SAT_LAST
from checkin.installation import here
from checkin.not_now import Press, not_now
from checkin.storage import inbox
from checkin.storage.inbox import Pressed
from checkin.storage.out_of_reach import OUT_OF_REACH
from checkin.storage.tables import new_id


def pressed_here(check_in_id: str | None, now: datetime) -> Pressed:
    """Return a press of Help with all that the browser brought; no database is asked."""
    return Pressed(
        new_id(),
        the_token(),
        page_of=request.form.get("person", ""),
        sits=session.get(PERSON, ""),
        sat_last=session.get(SAT_LAST, ""),
        check_in_id=check_in_id,
        on=request.form.get("on", ""),
        before=which_it_was(),
        at=now,
    )


def call_waits() -> bool:
    """Say whether the call that this page is of waits beside the database still."""
    return inbox.waits(here().settings.data, in_address("kept") or "")


@tablet.get("/not-kept")
def not_kept() -> Response:
    """Say that what was pressed is lost, and nobody was told, with a press for who sits here."""
    return not_now(lost=True, press=_for_a_person())


def _for_a_person() -> Press | None:
    pressed = pressed_here(None, clock.now())
    whose = pressed.may_be if pressed.device else ""
    return Press(url_for("tablet.get_a_person"), whose) if whose else None


def _cannot_keep(_: Exception) -> Response:
    """Say so, and to a script that asked where that page is; what came after a press was kept."""
    if request.method != "POST" or shows_the_next():
        return not_now(lost=False, press=_for_a_person())
    page = not_kept()
    page.headers["Content-Location"] = url_for("tablet.not_kept")
    return page


for fault in OUT_OF_REACH:
    tablet.register_error_handler(fault, _cannot_keep)
