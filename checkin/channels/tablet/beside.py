"""Somebody of staff is signed in on this tablet: what is kept from them is not shown, and not lost."""

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from checkin.channels.tablet.here import who_is_here
from checkin.channels.tablet.page import show, tablet
from checkin.channels.tablet.sitting import NotForThisSitting
from checkin.door import sessions

STAFF_HERE = "Someone who works here is signed in."
KEPT = (STAFF_HERE, "We kept what you said.", "Nobody has read it.")
NOT_KEPT = (STAFF_HERE, "So we did not keep this.")
NOT_SHOWN = (STAFF_HERE, "So this is not shown.")


def beside_page(at: NotForThisSitting, written: str) -> Response:
    """Say what became of what was pressed, and how to go on.

    Just looked at, it says the same of whatever is not shown: whoever works here learns nothing.
    """
    looked = request.method == "GET"
    lines = NOT_SHOWN if looked else KEPT if at.kept else NOT_KEPT
    return show(
        "beside",
        who_is_here(),
        lines=lines,
        check_in=at.check_in_id,
        written="" if at.kept else written,
    )


@tablet.post("/sign-staff-out")
def sign_staff_out() -> AnyResponse:
    """Sign staff out of this browser, and nowhere else; whoever sits here goes on."""
    here, check_in_id = who_is_here(), request.form.get("check_in", "")
    sessions.let_out_beside()
    if request.form.get("person") != here.person.id or not check_in_id:
        return redirect(url_for("tablet.my_page"))
    return redirect(url_for("tablet.question", check_in_id=check_in_id))
