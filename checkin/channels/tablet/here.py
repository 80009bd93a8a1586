"""Who is at the tablet: a device we let in, and the person who tapped their own photo.

The device's cookie holds a random token that is kept hashed; the session holds the person's id
and nothing else of them. On a device that is one person's own, that person is always there.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import g, request, session

from checkin.channels.tablet.profile import Profile, profile_of
from checkin.storage import at_device, devices
from checkin.storage.tables import DeviceRow, PersonRow

DEVICE = "tablet_device"
PERSON = "tablet_person"


class NotLetIn(Exception):  # noqa: N818 (it is where someone stands, not a fault)
    """This device was not let in by staff, or was turned away."""


class NobodyHere(Exception):  # noqa: N818 (the same)
    """Nobody has tapped their photo yet, or it was long ago."""


@dataclass(frozen=True, slots=True)
class Here:
    """One person at one tablet, and how they like their pages."""

    person: PersonRow
    profile: Profile
    own_photos: Mapping[str, str]  # idea -> photo
    shared: bool  # others use this tablet too: then it never shows what was said before


def the_device() -> DeviceRow:
    """Return the device that asks, or raise `NotLetIn`."""
    token = request.cookies.get(DEVICE, "")
    device = devices.device_by_token(token) if token else None
    if device is None:
        raise NotLetIn
    return device


def who_is_here() -> Here:
    """Return who is at the tablet, or raise `NotLetIn` or `NobodyHere`."""
    known: Here | None = g.get("here")
    return known or _look_who()


def _look_who() -> Here:
    token = request.cookies.get(DEVICE, "")
    found = at_device.who_is_at(token, session.get(PERSON, "")) if token else None
    if found is None:
        raise NotLetIn
    if found.person is None:
        raise NobodyHere
    here = g.here = Here(found.person, profile_of(found.person), found.own_photos, found.shared)
    return here


def sit_down(person: PersonRow) -> None:
    """From now on it is this person who taps. The session lasts: nobody is ever hurried."""
    session[PERSON] = person.id
    session.permanent = True


def stand_up() -> None:
    """Nobody is here any more."""
    session.pop(PERSON, None)
