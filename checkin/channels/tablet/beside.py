"""Somebody of staff is signed in in this browser: what is kept from them is not shown, and not lost.

A press is the person's own only where nobody of staff is signed in. What may be pressed beside them
all the same is named here; any other page of the tablet takes nothing there.
"""

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from checkin.channels.tablet.here import is_alone, who_is_here
from checkin.channels.tablet.page import show, tablet
from checkin.channels.tablet.sitting import NotForThisSitting
from checkin.channels.tablet.who_is_here import KEPT
from checkin.door import sessions

STAFF_HERE = "Staff are signed in here."
KEPT_HERE = (STAFF_HERE, *KEPT)
NOT_DONE = (STAFF_HERE, "So this did not count.")
NOT_SHOWN = (STAFF_HERE, "So this is not shown.")

_HELPED = "a conversation: who is signed in is noted as having helped"
_SET = "a setting: it is kept as set with help"
_COMES_AND_GOES = "it says nothing of the person"
BESIDE = {
    "answer": _HELPED,
    "time_picked": _HELPED,
    "keep_own_words": _HELPED,
    "not_now": _HELPED,
    "stop": _HELPED,
    "throw_away": _HELPED,
    "helped": "it asks who helped, and takes no one's word that nobody did",
    "begin_it": _COMES_AND_GOES,
    "tell_someone": _COMES_AND_GOES,
    "changed_my_mind": _COMES_AND_GOES,
    "set_thing": _SET,
    "undo": _SET,
    "say_how_it_was": "it takes no one's word that nobody helped",
    "get_a_person": "a call for help is taken from anybody",
    "it_is_me": _COMES_AND_GOES,
    "not_me": _COMES_AND_GOES,
    "let_in": _COMES_AND_GOES,
    "sign_staff_out": _COMES_AND_GOES,
}
"""What may be pressed beside staff who are signed in, by its view, and why."""

BACK_TO = ("my_page", "my_devices", "you_said", "who_looked", "what_we_agreed")


@tablet.before_request
def takes_no_press_beside_staff() -> Response | None:
    """Take nothing as the person's own while staff are signed in, and say so."""
    view = (request.endpoint or "").rpartition(".")[2]
    if request.method != "POST" or view in BESIDE or is_alone():
        return None
    check_in_id = (request.view_args or {}).get("check_in_id", "")
    written = request.form.get("words", "").strip()
    return beside_page(NotForThisSitting(check_in_id), written)


def beside_page(at: NotForThisSitting, written: str) -> Response:
    """Say what became of what was pressed, and how to go on; words that are not kept are given back.

    Just looked at, it says the same of whatever is not shown: whoever works here learns nothing.
    """
    looked = request.method == "GET"
    lines = NOT_SHOWN if looked else KEPT_HERE if at.kept else NOT_DONE
    written = "" if at.kept else written
    return show("beside", who_is_here(), lines=lines, check_in=at.check_in_id, written=written)


@tablet.post("/sign-staff-out")
def sign_staff_out() -> AnyResponse:
    """Sign staff out of this browser, and nowhere else; whoever sits here goes on."""
    here, check_in_id = who_is_here(), request.form.get("check_in", "")
    sessions.let_out_beside()
    if check_in_id and request.form.get("person") == here.person.id:
        return redirect(url_for("tablet.question", check_in_id=check_in_id))
    back = request.form.get("back", "")
    return redirect(url_for(f"tablet.{back if back in BACK_TO else BACK_TO[0]}"))
