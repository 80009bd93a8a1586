"""Who will see what is told to those one picks, as it stands now: true on each branch of it.

Worked out by the rule that later lets staff in (agreements/seeing.py): what calls for somebody at
once is for all who work here, and so is what was told to nobody; never for those it is kept from.
"""

from dataclasses import dataclass
from datetime import datetime

from checkin import wording
from checkin.actions.around import arounds
from checkin.actions.who_will_see import THOSE_PICKED
from checkin.agreements.seeing import PICKED
from checkin.agreements.seen import Said, Words
from checkin.agreements.will_see import those_who_may
from checkin.conversation.talking.picks_so_far import Picks
from checkin.storage import staff as staff_kept
from checkin.storage.tables import CheckInRow, Staff

ALL = "All staff here"
NOBODY = "Nobody here"
IF_NOBODY = "If you pick nobody, all staff can."
IF_HURT = "If someone hurt you, others can too."
NOT_THOSE = "Not those you keep it from."


@dataclass(frozen=True, slots=True)
class SeesPicks:
    """ "Priya", as "... will see this" begins; what else is true of it; and who is named."""

    names: str
    more: tuple[str, ...] = ()
    people: tuple[Staff, ...] = ()


def who_sees_picks(check_in: CheckInRow, picks: Picks, now: datetime) -> SeesPicks:
    """Return who will see it, if it is sent as it stands."""
    if picks.shows_to is None and not picks.urgent:
        return SeesPicks(THOSE_PICKED, (IF_NOBODY, *([IF_HURT] if picks.may_be_urgent else ())))
    around = arounds({check_in.person_id}, now)[check_in.person_id]
    kept = picks.keeps_from or frozenset()
    shown = picks.shows_to or frozenset()
    said = Said(around, (PICKED,), kept, shown, urgent=picks.urgent)
    may = those_who_may(around.team.staff, Words(said), around.house, around.team.outside)
    not_those = (NOT_THOSE,) if kept or picks.keeps_from is None else ()
    if not may:
        return SeesPicks(NOBODY)
    if not may <= shown:
        return SeesPicks(ALL, not_those)
    people = sorted(staff_kept.staff_by_id(may).values(), key=lambda one: one.called)
    return SeesPicks(wording.in_a_row([one.called for one in people]), people=tuple(people))
