"""Someone presses Help and asks for a person: raise it at once, and say truthfully who was told."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from checkin.actions.about import on_cover_now
from checkin.actions.help_coming import HelpComing, group_of_help, help_coming
from checkin.actions.raise_reached import raise_reached
from checkin.actions.told_if_sent import would_tell
from checkin.agreements.happened import HelpAsked
from checkin.storage import alerts, check_ins, people
from checkin.storage.tables import PersonRow, Staff, new_id
from checkin.storage.transaction import kept_together

PRESSED = "Pressed Help on the tablet."


def call_for_help(
    person_id: str, now: datetime, *, check_in_id: str | None = None, how: str = PRESSED
) -> HelpComing:
    """Raise a call for help. Pressing again joins the one that is open. `how`: as staff read it.

    A check-in of somebody else, or none at all, is left out: the call is theirs all the same.
    """
    with kept_together():
        person = people.the_person(person_id)
        happened = HelpAsked(new_id(), how=how)
        raise_reached(person, happened, now, check_in_id=_own(check_in_id, person_id))
    return help_coming(person_id)


@dataclass(frozen=True, slots=True)
class WouldCome:
    """Whom to offer of those who would be told of a call, and all of them; or it rings again."""

    first: Staff | None
    told: tuple[Staff, ...]
    again: bool


def who_would_come(
    person: PersonRow, now: datetime, *, not_these: Collection[str] = ()
) -> WouldCome:
    """Return who would be told at once of a call for help: first who is on cover now.

    `not_these`: from whom the person keeps what they are telling (ids). They are not offered; the
    call itself is kept from nobody, and all who are told are named.
    """
    told = [one for each in would_tell(person, HelpAsked(""), now) for one in each.staff]
    on_cover = on_cover_now(person, now)
    first = [one for one in told if on_cover and one.id == on_cover.id]
    offered = next((one for one in (*first, *told) if one.id not in not_these), None)
    again = alerts.live_in_group(group_of_help(person.id)) is not None
    return WouldCome(offered, tuple(dict.fromkeys(told)), again)


def calls_for_help(person_id: str) -> bool:
    """Say whether a call for help is there: who asks for somebody then joins it, and rings no second."""
    return alerts.held_in_group(group_of_help(person_id)) is not None


def _own(check_in_id: str | None, person_id: str) -> str | None:
    found = check_ins.check_in(check_in_id) if check_in_id else None
    return found.id if found and found.person_id == person_id else None
