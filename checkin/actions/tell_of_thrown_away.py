"""Words that tell of a hurt are thrown away, or changed before they are sent: those outside are told.

Not a word of it, and nobody in the house; but from whom it is kept is kept, so that they are not told.
"""

from collections.abc import Collection
from datetime import datetime

from checkin.actions.gone_unseen import Unseen
from checkin.actions.kept_so_far import kept_out_so_far
from checkin.actions.raise_reached import raise_reached
from checkin.agreements.happened import LeftUnsent
from checkin.conversation.flows.flow import Flow
from checkin.conversation.talking.facts import Turn
from checkin.conversation.talking.standing import SoFar
from checkin.lives.check_in_moved_by_person import ToldOfHurt
from checkin.lives.check_in_moved_by_time import LeftTold
from checkin.storage import check_ins, people
from checkin.storage import staff as staff_kept
from checkin.storage.tables import CheckInRow


def with_whom_it_is_kept_from(turn: Turn, person_id: str, flow: Flow, before: SoFar) -> Turn:
    """Return a turn that throws it away, and keeps from whom it was kept."""
    kept = tuple(sorted(kept_out_so_far(person_id, flow, before)))
    return turn._replace(so_far=turn.so_far._replace(kept_out=kept))


def note_it(check_in: CheckInRow, now: datetime) -> None:
    """Keep that it is told, while it is not sent yet."""
    if not check_in.hurt_at:
        check_ins.move(check_in, ToldOfHurt(now))
    if not check_in.left_told_at:
        check_ins.move(check_in, LeftTold(now))


def tell_of_unseen(
    check_in: CheckInRow, how: Unseen, beside: Collection[str], now: datetime
) -> None:
    """Tell them, and who of staff (ids) was signed in there meanwhile."""
    there = sorted(one.called for one in staff_kept.staff_by_id(beside).values())
    unseen = LeftUnsent(check_in.id, how, beside=tuple(there))
    person = people.the_person(check_in.person_id)
    raise_reached(person, unseen, now, check_in_id=check_in.id)
