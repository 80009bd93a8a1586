"""The task to read words and the loops of the same words are one truth: what ends one tells the other."""

from datetime import datetime

from checkin.actions.may_see import open_to
from checkin.actions.settle_task import settle
from checkin.agreements.seen import StaffMember
from checkin.lives.loop import Unread, read_and_decided
from checkin.storage import alerts, loop_moves, loops
from checkin.storage import staff as staff_kept
from checkin.storage.outside import is_outside_of
from checkin.storage.tables import LoopRow

TO_READ = "free_message"  # the kind of such a task, and how its group begins


def note_words_read(task_id: str, staff_id: str, now: datetime) -> None:
    """Whoever closes a task to read words has read those of them that they may see.

    Do this before the task is held: who decides holds the words first, and then the task.
    """
    task = alerts.alert(task_id)
    if task is None or task.kind != TO_READ:
        return
    viewer = StaffMember(
        staff_id, frozenset(staff_kept.houses_of(staff_id)), frozenset(is_outside_of(staff_id))
    )
    shown = loops.held_read_with(task.group_key.removeprefix(f"{TO_READ}:"))
    for row in open_to(viewer, shown, now):
        if isinstance(loops.life_of(row), Unread):
            loop_moves.note_read(row, staff_id, now)


def settle_what_was_read(row: LoopRow, staff_id: str, now: datetime) -> None:
    """End the task of these words once all of its words are read, and it is decided what we do."""
    place = loops.read_with(row)
    task = alerts.held_in_group(f"{TO_READ}:{place}") if place else None
    if task is None or place is None:
        return
    if read_and_decided([loops.life_of(one) for one in loops.all_read_with(place)]):
        words = "Read. What we do about it stands under “You said, we did”."
        settle(task, "read, and decided", words, now, staff_id)
