"""When something goes wrong: plain words, nobody's fault, and Help one tap away."""

from flask import Response, redirect, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock
from checkin.actions.hear_old_page import hear_cry
from checkin.actions.keep_media import MediaError
from checkin.actions.nobody_told import IN_DANGER
from checkin.channels.tablet.beside import beside_page
from checkin.channels.tablet.conversing import going_on
from checkin.channels.tablet.here import (
    NobodyHere,
    NotLetIn,
    is_alone,
    is_asked_whose,
    is_turned_away,
    who_is_here,
    whose_page,
)
from checkin.channels.tablet.page import show, tablet
from checkin.channels.tablet.said_before import said_before_page
from checkin.channels.tablet.sitting import NotForThisSitting, SaidBefore
from checkin.channels.tablet.still_taken import is_said_in_a_talk
from checkin.channels.tablet.turned_away import not_here
from checkin.channels.tablet.who_is_here import ask_who_is_here
from checkin.pictures.photos import PhotoError
from checkin.storage import check_ins, words_of_staff

NOT_FOUND = 404
OWN_WORDS = ("tablet.keep_own_words", "tablet.keep_answer")
CRIED = "Your words call for help. We are telling somebody now."


@tablet.errorhandler(NotLetIn)
def _not_let_in(_: NotLetIn) -> AnyResponse | tuple[Response, int]:
    said = request.method == "POST" and is_said_in_a_talk()
    return _too_late() if said else redirect(url_for("tablet.enrol_page"))


def _too_late() -> tuple[Response, int]:
    """What was said is not kept, for nobody knows this device any more: whom to ring, and their words."""
    written = _written()
    lost = "Your words are not kept." if written else "So this did not count."
    lines = ("This tablet does not work now.", f"It is not your fault. {lost}")
    to_ring = [one for one in not_here().to_ring if one != IN_DANGER]
    return show("fault", lines=lines, back=request.path, written=written, to_ring=to_ring), 400


@tablet.errorhandler(NobodyHere)
def _nobody_here(_: NobodyHere) -> AnyResponse | tuple[Response, int]:
    return _not_taken() if _written() else redirect(url_for("tablet.front_door"))


@tablet.errorhandler(NotForThisSitting)
def _not_for_this_sitting(fault: NotForThisSitting) -> AnyResponse | tuple[Response, int]:
    if is_turned_away():
        return redirect(url_for("tablet.turned_off")) if fault.kept else _not_taken()
    if not is_alone():
        return beside_page(fault, _written())
    if is_asked_whose(who_is_here()):
        return ask_who_is_here(fault)
    return _not_taken() if _written() else redirect(url_for("tablet.my_page"))


@tablet.errorhandler(SaidBefore)
def _said_before(fault: SaidBefore) -> Response:
    return said_before_page(going_on(fault.check_in_id))


@tablet.errorhandler(MediaError)
@tablet.errorhandler(PhotoError)
def _not_kept(fault: MediaError | PhotoError) -> tuple[Response, int]:
    return show("fault", lines=(str(fault), "It is not your fault."), back=request.path), 400


@tablet.errorhandler(CSRFError)
def _page_too_old(_: CSRFError) -> tuple[Response, int]:
    return _not_taken()


def _not_taken() -> tuple[Response, int]:
    """Nothing of this press was kept: give the words back, to whoever sent them."""
    written = _written()
    said = "Your words are not kept." if written else "Please do it again."
    if written and _hear_cry(written):
        said = CRIED
    lines = ("This page is old.", f"It is not your fault. {said}")
    return show("fault", lines=lines, back=request.path, written=written), 400


def _hear_cry(written: str) -> bool:
    """Hear a cry in these words, for whom the page was shown on this device; say whether there was one."""
    of = request.view_args or {}
    said = words_of_staff.words(of["words_id"]) if "words_id" in of else None
    talk = check_ins.check_in(of["check_in_id"]) if "check_in_id" in of else None
    found = said or talk
    theirs = whose_page(found.person_id) if found else None
    return theirs is not None and hear_cry(theirs.person.id, written, theirs.device_id, clock.now())


@tablet.errorhandler(HTTPException)
def _http(fault: HTTPException) -> tuple[Response, int]:
    if fault.code == NOT_FOUND:
        lines = ("This page is not here.", "It is not your fault.")
        return show("fault", lines=lines, back=None), NOT_FOUND
    return _went_wrong(fault.code or 500)


@tablet.errorhandler(500)
def _broken(_: Exception) -> tuple[Response, int]:
    return _went_wrong(500)


def _went_wrong(status: int) -> tuple[Response, int]:
    """Say what may be lost: a press may have been kept before it broke, or not."""
    if request.method == "GET":
        lines = ("Something went wrong.", "It is not your fault. What you said before is kept.")
        return show("fault", lines=lines, back=None), status
    lines = ("Something went wrong.", "It is not your fault. Please look, and do it again.")
    return show("fault", lines=lines, back=None, written=_written()), status


def _written() -> str:
    """Return own words of the posted page; a secret word is never shown again."""
    if request.method != "POST" or request.endpoint not in OWN_WORDS:
        return ""
    try:
        return request.form.get("words", "").strip()
    except HTTPException:  # it was too large to be read
        return ""


@tablet.app_errorhandler(NOT_FOUND)
def _no_such_page(fault: HTTPException) -> HTTPException | tuple[Response, int]:
    """Addresses under /tablet that no page has belong to no blueprint: look at the address."""
    return _http(fault) if request.path.startswith("/tablet") else fault
