"""Whoever comes on shift reads how each person wants their day, and ticks that they did."""

import json
from collections.abc import Mapping
from datetime import datetime

from checkin.actions.own_sets_for import stands_for
from checkin.agreements.how_asked import Lines
from checkin.agreements.seen import StaffMember
from checkin.lives.record import digest
from checkin.storage import own, people
from checkin.storage.own_sets import WasSet
from checkin.storage.tables import PersonRow
from checkin.storage.transaction import kept_together


class CardChangedError(Exception):
    """The card changed since the page was opened: what it says now was not read."""


def read_handover(
    person_id: str, who: StaffMember, now: datetime, *, seen: str | None = None
) -> None:
    """Keep when someone read a person's card.

    `seen`: what stands for the card that a page showed; CardChangedError where it is another now.
    """
    with kept_together():
        if seen is not None:
            person = people.held(person_id)  # first: whoever changes the card waits
            if seen != card_shown(person, stands_for(who, [person_id], now)[person_id]):
                raise CardChangedError(CardChangedError.__doc__)
        own.put_read(person_id, who.id, now)


def card_shown(person: PersonRow, stands: Mapping[str, WasSet]) -> str:
    """Return what stands for all that a card tells of a person's day."""
    quiet = [str(person.quiet_from or ""), person.quiet_minutes]
    lines = {kind: one.lines for kind, one in stands.items() if kind != Lines.GOAL}
    return digest(json.dumps([lines, quiet]))
