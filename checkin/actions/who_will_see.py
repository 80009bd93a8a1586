"""Who will see what is said: the sentence a person reads, and the faces beside it.

Both are worked out by the rule that later lets staff in (agreements/seeing.py), and from ids.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from checkin import wording
from checkin.actions.around import arounds
from checkin.agreements.seen import Said
from checkin.agreements.will_see import who_will_see
from checkin.storage.tables import PersonRow, Staff

THOSE_PICKED = "The people you pick"
OTHERS = "other staff"
SOMEBODY = "Staff"


@dataclass(frozen=True, slots=True)
class Sees:
    """ "Priya, Marcus and other staff", as "... will see this" begins, and those who are named."""

    names: str
    people: tuple[Staff, ...]


def sees(
    person: PersonRow,
    seen_by: Sequence[str],
    staff: Sequence[Staff],
    on_cover: Sequence[str],
    now: datetime,
) -> Sees:
    """Return who will see what a person says now. `staff`: of their house."""
    around = arounds({person.id}, now)[person.id]
    will = who_will_see(Said(around, tuple(seen_by)), on_cover)
    if will.picked:
        return Sees(THOSE_PICKED, ())
    by_id = {one.id: one for one in staff}
    people = tuple(by_id[one] for one in will.named if one in by_id)
    names = [one.called for one in people]
    return Sees(
        wording.in_a_row([*names, *[OTHERS] * (will.others and bool(names))]) or SOMEBODY, people
    )
