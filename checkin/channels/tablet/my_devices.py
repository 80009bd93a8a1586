"""Your devices: which tablets and phones are a person's own, whose a new one is, and what it waits for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock, wording
from checkin.actions.heard_not_mine import heard_not_mine
from checkin.actions.own_devices import asked_of, is_said_on, not_mine, say_it_is_theirs
from checkin.agreements.happened import Denied
from checkin.agreements.times import local
from checkin.channels.tablet.here import Here, is_alone, the_device, who_is_here, who_pressed
from checkin.channels.tablet.not_yet_own import what_it_waits_for
from checkin.channels.tablet.page import show, tablet
from checkin.door.just_given import is_too_soon
from checkin.storage import devices, houses
from checkin.storage import staff as staff_kept
from checkin.storage.tables import DeviceRow

CARDS = 3  # on one page
DENIED: dict[str, Denied] = {"no": "no", "dont_know": "dont_know"}


@dataclass(frozen=True, slots=True)
class Device:
    """One device, as its card says it. `asks`: the person can say here whether it is theirs."""

    id: str
    label: str
    day: str
    waits_for: tuple[str, ...]
    asks: bool


@tablet.get("/my-devices")
def my_devices() -> Response:
    """Show each with when it was let in, the newest first."""
    here = who_is_here()
    found = devices.devices_of_person(here.person.id)
    page = max(request.args.get("page", 1, type=int), 1)
    shown = list(_cards(here, found[(page - 1) * CARDS : page * CARDS]))
    more = page + 1 if len(found) > page * CARDS else None
    heard = () if here.waits or page > 1 else heard_not_mine(here.person.id, clock.now())[:1]
    return show("my_devices", here, devices=shown, more=more, waits=here.waits, heard=heard)


@tablet.get("/my-devices/<device_id>/not-mine")
def is_it_not_yours(device_id: str) -> AnyResponse:
    """Show which device it is, before it is turned away."""
    here = who_is_here()
    found = devices.devices_of_person(here.person.id)
    row = next((row for row in found if row.id == device_id), None)
    if row is None or here.waits:
        return redirect(url_for("tablet.my_devices"))
    return show("is_it_not_yours", here, device=row, facts=_which(here, row))


@tablet.post("/my-devices/<device_id>/not-mine")
def this_is_not_mine(device_id: str) -> AnyResponse:
    """Turn it away, and tell a manager."""
    not_mine(who_pressed().person.id, device_id, clock.now())
    return redirect(url_for("tablet.my_devices"))


@tablet.get("/my-devices/<device_id>")
def is_it_yours(device_id: str) -> AnyResponse:
    """Ask whether a new device is theirs."""
    return _is_it_yours(who_is_here(), device_id)


def _is_it_yours(here: Here, device_id: str, *, again: bool = False) -> AnyResponse:
    asked = next((row for row in asked_about(here) if row.id == device_id), None)
    if asked is None:
        return redirect(url_for("tablet.my_devices"))
    return show("is_it_yours", here, device=asked, facts=_which(here, asked), again=again)


@tablet.post("/my-devices/<device_id>")
def say_whose_it_is(device_id: str) -> AnyResponse:
    """Keep what they say. Whatever is not "yes" turns it away, and a manager is told."""
    here, choice, now = who_pressed(), request.form.get("choice", ""), clock.now()
    if is_too_soon():
        return _is_it_yours(here, device_id, again=True)
    if choice == "yes":
        say_it_is_theirs(here.person.id, device_id, the_device(), now)
    elif choice in DENIED:
        not_mine(here.person.id, device_id, now, denied=DENIED[choice])
    return redirect(url_for("tablet.my_devices"))


def asked_about(here: Here) -> list[DeviceRow]:
    """Return the devices of which the person can say here that they are theirs: on one they used before."""
    if here.waits or not is_alone():
        return []
    asked = asked_of(here.person.id, clock.now())
    return [row for row in asked if is_said_on(row, the_device())]


def _which(here: Here, row: DeviceRow) -> tuple[str, ...]:
    """Say which device it is: its name may be that of another too."""
    by = staff_kept.staff(row.enrolled_by) if row.enrolled_by else None
    at = local(row.enrolled_at, houses.house(here.person.house_id).zone)
    when = f"on {wording.plain_date(at.date())} at {wording.plain_time(at)}"
    let_in = f"{by.called if by else 'Staff'} let it in {when}."
    off = ("It was turned off since.",) if row.revoked_at else ()
    return (let_in, *off, *(("It is the one you hold now.",) if row.id == the_device().id else ()))


def _cards(here: Here, rows: Sequence[DeviceRow]) -> Iterator[Device]:
    zone = houses.house(here.person.house_id).zone
    asked = {row.id for row in asked_about(here)}
    for row in rows:
        day = wording.plain_date(local(row.enrolled_at, zone).date())
        yield Device(row.id, row.label, day, what_it_waits_for(row), row.id in asked)
