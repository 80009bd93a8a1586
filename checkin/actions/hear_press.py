"""Help was pressed on a page: whose call it is, by what the browser brought, and raise it once."""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from checkin.actions.call_for_help import PRESSED, Press, call_for_help
from checkin.agreements.times import in_words
from checkin.storage import at_device, houses, people
from checkin.storage.at_device import STILL_TAKEN_FOR, AtDevice, TurnedAway
from checkin.storage.inbox import Pressed
from checkin.storage.out_of_reach import OUT_OF_REACH
from checkin.storage.tables import PersonRow

NOBODY_SAT = "Nobody sat there. {name} used it last."
LEFT_OPEN = "The page was left open: somebody else may be there."
WAITED = "It was pressed at {time}, and nobody could be told before."

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Call:
    """Whose call it is, what staff read of how it came, and on which device."""

    person: PersonRow  # to look at only
    how: str
    device_id: str


class _There(NamedTuple):
    """Somebody at the device of a press."""

    person: PersonRow
    device_id: str


def hear_press(pressed: Pressed, now: datetime) -> None:
    """Raise the call of whoever pressed, once; where there is nobody, there is none."""
    call = whose_press(pressed)
    if call is None:
        log.error("Help was pressed on no device of ours, or where nobody sat. Nobody was told.")
        return
    how = f"{call.how} {_waited(pressed, call.person)}" if pressed.at < now else call.how
    press = Press(pressed.id, call.device_id, pressed.at)
    call_for_help(call.person.id, now, check_in_id=pressed.check_in_id, how=how, press=press)


def _waited(pressed: Pressed, person: PersonRow) -> str:
    """Say for staff that it lay beside the database, and since when."""
    zone = houses.house(person.house_id).zone
    return WAITED.format(time=in_words(pressed.at, zone))


def is_somebodys(pressed: Pressed) -> bool:
    """Say whether it is anybody's call; where nobody can look, whether it says whose it is."""
    try:
        return whose_press(pressed) is not None
    except OUT_OF_REACH:
        return bool(pressed.device and pressed.may_be)


def whose_press(pressed: Pressed) -> Call | None:
    """Return the call of whom the page was shown to, else of who is there; None: there is nobody.

    `page_of` is as the page says: somebody else may have tapped their photo since.
    """
    device, away = pressed.device, TurnedAway(pressed.at - STILL_TAKEN_FOR, denied_too=True)
    theirs = _somebody(at_device.whose_page(device, pressed.page_of, away))
    was = at_device.who_was_at(pressed.on, pressed.before, pressed.check_in_id, away)
    sits = _somebody(was) or _somebody(at_device.who_is_at(device, pressed.sits, away))
    if theirs:
        left_open = sits is None or sits.person.id != theirs.person.id
        return _call(theirs, LEFT_OPEN if left_open else "")
    if sits:
        return _call(sits, _page_of_another(pressed.page_of))
    last = _somebody(at_device.who_sat_last(device, pressed.sat_last, away))
    return last and _call(last, NOBODY_SAT.format(name=people.name_of(last.person)))


def _page_of_another(page_of: str) -> str:
    if not page_of:
        return ""
    other = people.person(page_of)
    return f"The page was of {people.name_of(other) if other else 'somebody else'}."


def _call(at: _There, how: str) -> Call:
    return Call(at.person, f"{PRESSED} {how}".strip(), at.device_id)


def _somebody(found: AtDevice | None) -> _There | None:
    if found is None or found.person is None:
        return None
    return _There(found.person, found.device_id)
