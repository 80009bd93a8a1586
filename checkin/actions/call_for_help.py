"""Someone presses Help and asks for a person: raise it at once, and say truthfully who was told."""

from dataclasses import dataclass
from datetime import datetime

from checkin.actions.came_on import keep_where
from checkin.actions.help_coming import HelpComing, group_of_help, help_coming
from checkin.actions.raise_reached import raise_reached
from checkin.actions.turned_away import not_rung_first, turned_away
from checkin.agreements.happened import HelpAsked
from checkin.storage import alerts, check_ins, help_presses, people
from checkin.storage.tables import new_id
from checkin.storage.transaction import kept_together

PRESSED = "Pressed Help."


@dataclass(frozen=True, slots=True)
class Press:
    """One press of Help: by its id it counts once. On which device (an id), and when."""

    id: str
    device_id: str
    at: datetime


def call_for_help(
    person_id: str,
    now: datetime,
    *,
    check_in_id: str | None = None,
    how: str = PRESSED,
    press: Press | None = None,
) -> HelpComing:
    """Raise a call for help. Pressing again joins the one that is open. `how`: as staff read it.

    Whoever turned its device away is not the first who is rung.
    A check-in of somebody else, or none at all, is left out: the call is theirs all the same.
    """
    with kept_together():
        person = people.held(person_id)
        if press and help_presses.is_kept(press.id):
            return help_coming(person_id)
        device_id = press.device_id if press else None
        away = turned_away(device_id)
        said = f"{how} {away.said}" if away else how
        happened = HelpAsked(
            press.id if press else new_id(),
            how=said,
            not_first=not_rung_first(person_id, device_id),
        )
        raise_reached(person, happened, now, check_in_id=_own(check_in_id, person_id))
        if press:
            keep_where(group_of_help(person_id), press.device_id, press.at, press_id=press.id)
    return help_coming(person_id)


def calls_for_help(person_id: str) -> bool:
    """Say whether a call for help is there: who asks for somebody then joins it, and rings no second."""
    return alerts.held_in_group(group_of_help(person_id)) is not None


def _own(check_in_id: str | None, person_id: str) -> str | None:
    found = check_ins.check_in(check_in_id) if check_in_id else None
    return found.id if found and found.person_id == person_id else None
