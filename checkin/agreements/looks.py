"""Who looked at what a person sent, as they read it: each of staff once, those who looked last first.

Nothing of what was told in confidence: who reads that is nobody else's to know (trust.md A2).
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from checkin.agreements.seeing import in_confidence
from checkin.agreements.seen import Said, Words
from checkin.agreements.will_see import those_who_may

FEW = 3  # so many are named


class Look(NamedTuple):
    """One of staff (an id) looked at one check-in."""

    staff: str
    check_in: str
    at: datetime


def last_looks(looks: Iterable[Look], said: Mapping[str, Said]) -> tuple[Look, ...]:
    """Return the last look of each who reads there without a reason; `looks`: the newest first."""
    found: dict[str, Look] = {}
    for look in looks:
        of = said.get(look.check_in)
        if look.staff not in found and of and _reads_there(look.staff, of):
            found[look.staff] = look
    return tuple(found.values())[:FEW]


def _reads_there(staff: str, said: Said) -> bool:
    if in_confidence(said) or said.hurt or not said.sent:
        return False
    return staff in those_who_may((staff,), Words(said), said.around.house)
