"""Who is at the tablet: a device we let in, and the person who tapped their own photo.

The device's cookie holds a random token that is kept hashed; the session holds the person's id
and nothing else of them. On a device that is one person's own, that person is always there.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import g, request, session

from checkin.channels.tablet.profile import Profile, profile_of
from checkin.storage import devices, people
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

    device: DeviceRow
    person: PersonRow
    profile: Profile
    own_photos: Mapping[str, str]  # idea -> photo

    @property
    def shared(self) -> bool:
        """Whether others use this tablet too: then it never shows what was said before."""
        return self.device.person_id is None


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
    device = the_device()
    person, own_photos = people.who_is(device.person_id or session.get(PERSON, ""))
    if person is None or person.house_id != device.house_id:
        raise NobodyHere
    here = g.here = Here(device, person, profile_of(person), own_photos)
    return here


def sit_down(person: PersonRow) -> None:
    """From now on it is this person who taps. The session lasts: nobody is ever hurried."""
    session[PERSON] = person.id
    session.permanent = True


def stand_up() -> None:
    """Nobody is here any more."""
    session.pop(PERSON, None)
