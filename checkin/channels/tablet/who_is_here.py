"""Who is here: whose photo is tapped, on a tablet that many use."""

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from checkin.channels.tablet.here import (
    show_the_photos,
    sit_down,
    stand_up,
    still_sits,
    the_device,
    who_is_here,
)
from checkin.channels.tablet.page import show, tablet
from checkin.channels.tablet.sitting import NotForThisSitting
from checkin.storage import people

KEPT = ("We kept what you said.", "Nobody has read it.")


@tablet.get("/")
def front_door() -> AnyResponse:
    """Show the people of this house; on somebody's own device, their page."""
    device = the_device()
    if device.person_id:
        return redirect(url_for("tablet.my_page"))
    show_the_photos()
    return _photos(device.house_id)


@tablet.post("/")
def it_is_me() -> AnyResponse:
    """Someone tapped their own photo."""
    device = the_device()
    person = people.person(request.form.get("person", ""))
    if person is None or person.house_id != device.house_id:
        return redirect(url_for("tablet.my_page"))
    check_in_id = request.form.get("check_in", "")
    if not still_sits(person):
        sit_down(person)
    elif check_in_id:
        return redirect(url_for("tablet.said_before", check_in_id=check_in_id))
    return redirect(url_for("tablet.my_page"))


@tablet.get("/left-alone")
def left_alone() -> AnyResponse:
    """In quiet time the clock stays where nobody touches it: what was told before is not there."""
    sit_down(who_is_here().person)
    return redirect(url_for("tablet.my_page"))


@tablet.post("/not-me")
def not_me() -> AnyResponse:
    """Back to the photos; nothing of the one before stays in this browser."""
    stand_up()
    gone = redirect(url_for("tablet.front_door"))
    gone.headers["Clear-Site-Data"] = '"cache"'
    return gone


def ask_who_is_here(at: NotForThisSitting | None = None) -> Response:
    """Staff were signed in here: ask who is here now, before anything that was said is shown."""
    kept = KEPT if at and at.kept else ()
    return _photos(who_is_here().person.house_id, kept=kept, check_in=at.check_in_id if at else "")


def _photos(house_id: str, *, kept: tuple[str, ...] = (), check_in: str = "") -> Response:
    house = [house_id]
    return show(
        "people",
        people=people.people_of_houses(house),
        names=people.known_as(house),
        kept=kept,
        check_in=check_in,
    )
