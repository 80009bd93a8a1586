"""When something goes wrong: plain words, nobody's fault, and Help one tap away."""

from flask import Flask, Response, redirect, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from checkin.actions.keep_media import MediaError
from checkin.channels.tablet.here import NobodyHere, NotLetIn
from checkin.channels.tablet.page import show, tablet

NOT_FOUND = 404


@tablet.errorhandler(NotLetIn)
def _not_let_in(_: NotLetIn) -> AnyResponse:
    return redirect(url_for("tablet.enrol_page"))


@tablet.errorhandler(NobodyHere)
def _nobody_here(_: NobodyHere) -> AnyResponse:
    return redirect(url_for("tablet.front_door"))


@tablet.errorhandler(MediaError)
def _not_kept(fault: MediaError) -> tuple[Response, int]:
    return show("fault", lines=(str(fault), "It is not your fault."), back=request.path), 400


@tablet.errorhandler(CSRFError)
def _page_too_old(_: CSRFError) -> tuple[Response, int]:
    lines = ("This page is old.", "It is not your fault. Your answers are kept.")
    return show("fault", lines=lines, back=request.path), 400


@tablet.errorhandler(HTTPException)
def _http(fault: HTTPException) -> tuple[Response, int]:
    if fault.code == NOT_FOUND:
        lines = ("This page is not here.", "It is not your fault.")
    else:
        lines = ("Something went wrong.", "It is not your fault. Your answers are kept.")
    return show("fault", lines=lines, back=None), fault.code or 500


@tablet.errorhandler(500)
def _broken(_: Exception) -> tuple[Response, int]:
    lines = ("Something went wrong.", "It is not your fault. Your answers are kept.")
    return show("fault", lines=lines, back=None), 500


def faults_of_the_tablet(app: Flask) -> None:
    """Show the person's own page for addresses under /tablet that no page has."""

    @app.errorhandler(404)
    def _no_such_page(fault: HTTPException) -> AnyResponse | HTTPException | tuple[Response, int]:
        return _http(fault) if request.path.startswith("/tablet") else fault
