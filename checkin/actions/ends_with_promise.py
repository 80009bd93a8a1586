"""Work about what a person said ends when that does: nobody closes it beside what the person reads.

A late promise is late until it is done or decided anew, whatever anybody says of the task.
"""

from checkin.agreements.named_to_do import NAMED, OWNER_LEFT
from checkin.agreements.open_again import OPEN_AGAIN
from checkin.agreements.tell_in_person import TELL_IN_PERSON
from checkin.lives.loop import Loop, Promised, Reopened
from checkin.lives.loop_due import may_be_heard
from checkin.lives.promise_late import PROMISE_LATE
from checkin.storage import check_ins, loops
from checkin.storage.tables import AlertRow, LoopRow

KINDS = (NAMED, OWNER_LEFT, PROMISE_LATE, OPEN_AGAIN, TELL_IN_PERSON)


class StillOpenError(Exception):
    """What they were promised is still open: this ends with it."""


def ends_with(alert: AlertRow) -> LoopRow | None:
    """Return what a person said, and we promised, that still waits for what an alert asks."""
    if alert.kind not in KINDS:
        return None
    row = loops.loop(alert.group_key.removeprefix(f"{alert.kind}:"))
    return row if row and _waits(alert.kind, loops.life_of(row)) and not _taken_back(row) else None


def _waits(kind: str, life: Loop) -> bool:
    if kind == OPEN_AGAIN:
        return isinstance(life, Reopened)
    return may_be_heard(life) if kind == TELL_IN_PERSON else isinstance(life, Promised)


def _taken_back(row: LoopRow) -> bool:
    sent = check_ins.check_in(row.check_in_id) if row.check_in_id else None
    return sent is not None and sent.taken_back_at is not None
