"""Work about what a person said ends when that does: nobody closes it beside what the person reads.

So does the work to read words that it does not show: where it is closed, it was read.

A late promise is late until it is done or decided anew, whatever anybody says of the task.
"""

from checkin.agreements.errands import promise_of
from checkin.agreements.open_again import OPEN_AGAIN
from checkin.agreements.tell_in_person import TELL_IN_PERSON
from checkin.agreements.words_to_read import TO_READ
from checkin.lives.loop import Loop, Promised, Reopened, Unread
from checkin.lives.loop_due import may_be_heard
from checkin.lives.loop_key import answer_to_staff_of, text_of
from checkin.storage import check_ins, loops
from checkin.storage.answered_in_words import answers_in_words, is_all
from checkin.storage.tables import AlertRow, LoopRow


class StillOpenError(Exception):
    """What they were promised is still open: this ends with it."""


def ends_with(alert: AlertRow) -> LoopRow | None:
    """Return what a person said that still waits for what an alert asks: what was promised, or to be read."""
    if alert.kind == TO_READ:
        return _unread(alert.group_key.removeprefix(f"{TO_READ}:"))
    promise = promise_of(alert.kind, alert.group_key)
    row = loops.loop(promise) if promise else None
    return row if row and _waits(alert.kind, loops.life_of(row)) and not _taken_back(row) else None


def _unread(place: str) -> LoopRow | None:
    """Return the first of words to read that nobody read, and that the work itself does not show."""
    return next((row for row in words_to_read(place) if not _is_shown(row)), None)


def _is_shown(row: LoopRow) -> bool:
    """Say whether the work to read it shows its words: a text, or what answers staff, which nobody can take back."""
    apart = text_of(row.key) or answer_to_staff_of(row.key)
    return bool(row.words and apart)


def words_to_read(place: str) -> list[LoopRow]:
    """Return the words that share this place on a list and were read by nobody."""
    rows = [row for row in loops.all_read_with(place) if not _taken_back(row)]
    answers = answers_in_words([row.id for row in rows])
    waits = (row for row in rows if not is_all(loops.life_of(row), answers.get(row.id)))
    return [row for row in waits if isinstance(loops.life_of(row), Unread)]


def _waits(kind: str, life: Loop) -> bool:
    if kind == OPEN_AGAIN:
        return isinstance(life, Reopened)
    return may_be_heard(life) if kind == TELL_IN_PERSON else isinstance(life, Promised)


def _taken_back(row: LoopRow) -> bool:
    sent = check_ins.check_in(row.check_in_id) if row.check_in_id else None
    return sent is not None and sent.taken_back_at is not None
