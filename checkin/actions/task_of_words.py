"""The task to read words and the loops of the same words are one truth: what ends one tells the other."""

from datetime import datetime

from checkin.actions.settle_task import settle
from checkin.agreements.words_to_read import TO_READ
from checkin.lives.loop import Unread
from checkin.lives.loop_due import read_and_decided
from checkin.storage import alerts, loops, messages
from checkin.storage.tables import LoopRow


def settle_what_was_read(row: LoopRow, staff_id: str, now: datetime) -> None:
    """End the task of these words once all of its words are read, and it is decided what we do."""
    place = loops.read_with(row)
    task = alerts.held_in_group(f"{TO_READ}:{place}") if place else None
    if task is None or place is None:
        return
    lives = [loops.life_of(one) for one in loops.all_read_with(place)]
    if not any(isinstance(one, Unread) for one in lives):
        messages.cancel_said_of({task.id}, now)  # that nobody read it
    if read_and_decided(lives):
        words = "Read. What we do about it stands under “You said, we did”."
        settle(task, "read, and decided", words, now, staff_id)
