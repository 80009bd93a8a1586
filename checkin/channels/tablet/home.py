"""My page: hello, what waits, and what may be begun; in quiet time a clock alone."""

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.start_check_in import begin_again_or_go_on, begin_once
from checkin.channels.tablet.cards import cards, offered
from checkin.channels.tablet.here import is_asked_whose, who_is_here
from checkin.channels.tablet.page import show, tablet
from checkin.channels.tablet.who_is_here import ask_who_is_here
from checkin.conversation.flows.leaned_on import TELL_SOMEONE
from checkin.conversation.flows.telling import is_telling

CARDS = 3  # seen at once


@tablet.get("/my-page")
def my_page() -> Response:
    """Say hello by name and photo, and show what staff said, what waits, and what may be begun."""
    here, now = who_is_here(), clock.now()
    if is_asked_whose(here):
        return ask_who_is_here()
    found = cards(here, now)
    at_once = CARDS if len(found) <= CARDS else CARDS - 1  # the way to more takes its place
    sets = [found[start : start + at_once] for start in range(0, len(found), at_once)]
    return show("my_page", here, sets=sets)


@tablet.post("/begin")
def begin_it() -> AnyResponse:
    """Begin what the person picked; begun twice, or waiting already, it is the same one."""
    here, flow = who_is_here(), request.form.get("flow", "")
    if flow not in {one.flow for one in offered(())}:
        return redirect(url_for("tablet.my_page"))
    anew = here.waits or is_telling(flows_in_use().flows[flow])
    begins = begin_once if anew else begin_again_or_go_on
    row = begins(here.person.id, flow, clock.now(), here.device_id)
    return redirect(url_for("tablet.question", check_in_id=row.id))


@tablet.post("/tell-someone")
def tell_someone() -> AnyResponse:
    """Begin to tell something, at any time and about anything."""
    here = who_is_here()
    row = begin_once(here.person.id, TELL_SOMEONE, clock.now(), here.device_id)
    return redirect(url_for("tablet.question", check_in_id=row.id))
