"""Your devices: which tablets and phones are let in as a person's own; one that is not can be turned away."""

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock, wording
from checkin.actions.own_devices import not_mine
from checkin.agreements.times import local
from checkin.channels.tablet.here import NobodyHere, who_is_here
from checkin.channels.tablet.page import show, tablet
from checkin.storage import devices, houses

CARDS = 3  # on one page


@tablet.get("/my-devices")
def my_devices() -> Response:
    """Show each with when it was let in, the newest first."""
    here = who_is_here()
    zone = houses.house(here.person.house_id).zone
    found = devices.devices_of_person(here.person.id)
    page = max(request.args.get("page", 1, type=int), 1)
    shown = [
        (one, wording.plain_date(local(one.enrolled_at, zone).date()))
        for one in found[(page - 1) * CARDS : page * CARDS]
    ]
    more = page + 1 if len(found) > page * CARDS else None
    return show("my_devices", here, devices=shown, more=more)


@tablet.post("/my-devices")
def this_is_not_mine() -> AnyResponse:
    """Turn it away, and tell a manager; a page of somebody else that was left open does nothing."""
    here = who_is_here()
    if request.form.get("person") != here.person.id:
        raise NobodyHere
    not_mine(here.person.id, request.form.get("device", ""), clock.now())
    return redirect(url_for("tablet.my_devices"))
