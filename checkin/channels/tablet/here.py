"""Who is at the tablet: a device we let in, and the person who tapped their own photo.

The device's cookie holds a random token that is kept hashed; the session holds the person's id,
and the ids of what was sent or told since they sat down. On a device that is one person's own, that person is always there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from flask import g, request, session

from checkin.channels.tablet.let_in_before import of_a_page_left_open
from checkin.channels.tablet.profile import Profile, profile_of
from checkin.channels.tablet.still_taken import still_taken
from checkin.door import sessions
from checkin.door.sessions import (
    ANSWERED,
    ASKS,
    MOST_KEPT,
    OF_SITTING,
    PERSON,
    SAID_BEFORE,
    SAID_SINCE,
    SAT_LAST,
)
from checkin.storage import at_device, devices
from checkin.storage.answers import Where
from checkin.storage.tables import DeviceRow, PersonRow, Staff

DEVICE = "tablet_device"


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
    words_wait: bool  # staff said something that they have not read
    shared: bool  # others use this tablet too: then it never shows what was said before
    since: datetime  # it was let in then: what was told in confidence before is not there
    waits: bool  # it is not known yet to be theirs: what was sent from it is there, and no more
    device_id: str
    turned_away: bool  # since: it takes what is said there still, and shows nothing


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


def who_pressed() -> Here:
    """Return who is here; a page of somebody else that was left open does nothing for them."""
    here = who_is_here()
    if request.form.get("person") != here.person.id:
        raise NobodyHere
    return here


def is_turned_away() -> bool:
    """Say whether who was found here is at a device that was turned away: nothing of theirs is shown."""
    known: Here | None = g.get("here")
    return known is not None and known.turned_away


def as_set_now() -> Here:
    """Return who is here, and how they like their pages now: what they said may have set it."""
    g.pop("here", None)
    return who_is_here()


def whose_page(person_id: str) -> Here | None:
    """Return for whom a page was shown here, whoever sits here now; None: not one of this device."""
    token = the_token()
    return _somebody(at_device.whose_page(token, person_id, still_taken())) if token else None


def last_here() -> Here | None:
    """Return who sat last at a device that was turned away, where nobody sits at it."""
    token, last = the_token(), session.get(SAT_LAST)
    return _somebody(at_device.who_sat_last(token, last, still_taken())) if token and last else None


def _look_who() -> Here:
    found = of_a_page_left_open() or _at_device(session.get(PERSON, ""))
    if found is None:
        raise NotLetIn
    if found.person is None:
        raise NobodyHere
    here = g.here = _as_here(found, found.person)
    return here


def _at_device(person_id: str) -> at_device.AtDevice | None:
    token = the_token()
    return at_device.who_is_at(token, person_id, still_taken()) if token else None


def the_token() -> str:
    """Return the token of the device that asks, as it is kept; empty where it brings none."""
    token = request.cookies.get(DEVICE, "")
    return devices.hashed(token) if token else ""


def _somebody(found: at_device.AtDevice | None) -> Here | None:
    return _as_here(found, found.person) if found and found.person else None


def _as_here(found: at_device.AtDevice, person: PersonRow) -> Here:
    return Here(
        person,
        profile_of(person),
        found.own_photos,
        found.words_wait,
        found.shared,
        found.since,
        found.waits,
        found.device_id,
        found.turned_away,
    )


def where(here: Here) -> Where:
    """Return where a press on this page is made."""
    staff = staff_signed_in()
    return Where(here.device_id, staff.id if staff else None)


def sit_down(person: PersonRow) -> None:
    """From now on it is this person who taps. The session lasts: nobody is ever hurried.

    It is another sitting, though the photo be the same: anybody can tap a photo.
    """
    end_the_sitting()
    session[PERSON] = session[SAT_LAST] = person.id
    if not is_alone():
        session[ASKS] = True
    session.permanent = True


def is_asked_whose(here: Here) -> bool:
    """Say whether staff were signed in since they sat down, so that whoever presses may be another."""
    return here.shared and is_alone() and bool(session.get(ASKS))


def still_sits(person: PersonRow) -> bool:
    """Say whether it is who sat here before staff signed in, as their photo says.

    Then they go on: but a photo is tapped by anybody, so nothing that was said is shown again.
    """
    if session.get(PERSON) != person.id or ASKS not in session:
        return False
    if is_alone():
        sessions.break_off()
        session.pop(ASKS)
    return True


def stand_up() -> None:
    """Nobody is here any more."""
    end_the_sitting()
    session.pop(PERSON, None)


def note_of_sitting(check_in_id: str, *, said_before: bool = False) -> None:
    """Remember that this was said in this sitting: whoever did may look at it again.

    `said_before`: some of it was said before, so that it is gone on with, and not shown.
    """
    if not is_of_this_sitting(check_in_id):
        name = SAID_BEFORE if said_before else OF_SITTING
        session[name] = [check_in_id, *session.get(name, ())][:MOST_KEPT]
        session.permanent = True  # on a device of one's own too: it is there another day


def is_of_this_sitting(check_in_id: str) -> bool:
    """Say whether it was said in this sitting, or gone on with in it."""
    return is_all_of_this_sitting(check_in_id) or check_in_id in session.get(SAID_BEFORE, ())


def is_all_of_this_sitting(check_in_id: str) -> bool:
    """Say whether whoever sits here said all of it: nobody of staff signed in or out meanwhile."""
    return check_in_id in session.get(OF_SITTING, ())


def note_said_since(check_in_id: str) -> None:
    """Remember that whoever sits here said more in what is shown no more; beside staff nobody did."""
    if is_alone():
        session[SAID_SINCE] = [check_in_id, *session.get(SAID_SINCE, ())][:MOST_KEPT]


def has_said_since(check_in_id: str) -> bool:
    """Say whether whoever sits here, and nobody of staff, said some of it themselves."""
    return is_alone() and check_in_id in session.get(SAID_SINCE, ())


def note_answer_to_staff(check_in_id: str) -> None:
    """Remember that words of staff were answered in it here: that may tell of something too."""
    note_of_sitting(check_in_id)
    session[ANSWERED] = [check_in_id, *session.get(ANSWERED, ())][:MOST_KEPT]


def has_answered_staff(check_in_id: str) -> bool:
    """Say whether words of staff were answered in it here."""
    return check_in_id in session.get(ANSWERED, ())


def show_the_photos() -> None:
    """The photos are shown: that ends a sitting, unless staff were signed in; then the tap says it."""
    if ASKS not in session:
        end_the_sitting()


def end_the_sitting() -> None:
    """Whoever comes next looks back at nothing."""
    for name in (OF_SITTING, SAID_BEFORE, SAID_SINCE, ANSWERED, ASKS):
        session.pop(name, None)


def is_alone() -> bool:
    """Say whether nobody of staff is signed in in this browser: only then a press is the person's own."""
    return staff_signed_in() is None


def staff_signed_in() -> Staff | None:
    """Return who of staff is signed in in this browser: nobody answers on their own beside them."""
    return sessions.signed_in()
