"""Words that tell of a hurt are thrown away: those outside the house are told that they were.

Not a word of it, and nobody in the house; but from whom it is kept is kept, so that they are not told.
"""

from collections.abc import Collection
from datetime import datetime

from checkin.actions.kept_so_far import kept_out_so_far
from checkin.actions.raise_reached import raise_reached
from checkin.actions.who_hurts import all_as_they_speak
from checkin.agreements.happened import LeftUnsent
from checkin.conversation.flows.flow import Flow
from checkin.conversation.talking.facts import Turn
from checkin.conversation.talking.standing import SoFar
from checkin.conversation.talking.tells_of_hurt import tells_of_hurt
from checkin.lives.check_in_moved_by_time import LeftTold
from checkin.storage import check_ins, people
from checkin.storage import staff as staff_kept
from checkin.storage.tables import CheckInRow


def is_told(person_id: str, flow: Flow, so_far: SoFar) -> bool:
    """Say whether all that was said is not gone unseen: a hurt, in words, a voice or a picture."""
    said = any(one.words or one.media for one in so_far.answers.values())
    return said and tells_of_hurt(flow, so_far, all_as_they_speak(person_id, so_far))


def with_whom_it_is_kept_from(turn: Turn, person_id: str, flow: Flow, before: SoFar) -> Turn:
    """Return a turn that throws it away, and keeps from whom it was kept."""
    kept = tuple(sorted(kept_out_so_far(person_id, flow, before)))
    return turn._replace(so_far=turn.so_far._replace(kept_out=kept))


def tell_of_thrown_away(check_in: CheckInRow, beside: Collection[str], now: datetime) -> None:
    """Tell them, and who of staff (ids) was signed in there meanwhile."""
    if not check_in.left_told_at:
        check_ins.move(check_in, LeftTold(now))
    there = sorted(one.called for one in staff_kept.staff_by_id(beside).values())
    thrown = LeftUnsent(check_in.id, thrown_away=True, beside=tuple(there))
    person = people.the_person(check_in.person_id)
    raise_reached(person, thrown, now, check_in_id=check_in.id)
