"""How the page of work about a promise ends it: with the promise, in words the person reads too."""

from dataclasses import dataclass
from datetime import datetime

from flask import url_for

from checkin.actions.ends_with_promise import ends_with
from checkin.agreements.tell_in_person import TELL_IN_PERSON
from checkin.agreements.times import local
from checkin.agreements.words_to_read import TO_READ
from checkin.door.kept_from_me import open_to
from checkin.door.me import me
from checkin.lives.loop import Promised
from checkin.staff.forms.loops import DoneForm
from checkin.staff.times import ZONE
from checkin.storage import loops
from checkin.storage.tables import AlertRow, LoopRow
from checkin.wording import plain_date

NOT_YET = "It is not done yet: this ends with what was promised, and stays on the list."


@dataclass(frozen=True, slots=True)
class EndsWith:
    """What it waits for, the page where that is said, and the form that says it is done."""

    words: str
    link: str
    address: str
    loop_id: str
    done: DoneForm | None


def how_it_ends(alert: AlertRow, now: datetime, *, works_here: bool) -> EndsWith | None:
    """Return it for work about a promise that is open; None for all else, which staff close."""
    row = ends_with(alert)
    if row is None or not open_to(me(), [row]):
        return None
    anchor = f"loop-{row.id}"
    address = (
        url_for("staff.said", person_id=row.person_id, _anchor=anchor)
        if works_here or not row.check_in_id
        else url_for("staff.said_there", check_in_id=row.check_in_id, _anchor=anchor)
    )
    if alert.kind == TELL_IN_PERSON:
        words = "It is on the list until somebody says that they told them."
        return EndsWith(words, "Say that you told them", address, row.id, None)
    if alert.kind == TO_READ:
        words = "It is on the list until somebody read it."
        return EndsWith(words, "Read it", address, row.id, None)
    if not isinstance(loops.life_of(row), Promised):
        words = "It is open again until somebody decides what we do now."
        return EndsWith(words, "Decide what we do now", address, row.id, None)
    done = DoneForm(formdata=None, data={"seen": str(row.decisions)}).of(row.id)
    return EndsWith(_promised(row, now), "Decide anew", address, row.id, done)


def _promised(row: LoopRow, now: datetime) -> str:
    """Say that it is open, and for when we promised it."""
    if row.due_on is None:
        return "The promise is open until it is done, or decided anew."
    over = row.due_on < local(now, ZONE).date()
    day = f"We {'said' if over else 'say'}: by {plain_date(row.due_on)}."
    return f"{day} The promise is open until it is done, or decided anew."
