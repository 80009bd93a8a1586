"""What the page of a check-in says to whom it was not said to: that a reason opens it, and who learns of it."""

from dataclasses import dataclass
from datetime import datetime

from checkin.actions.open_with_reason import can_be_opened, open_until, those_told
from checkin.agreements.opened_words import OPEN_FOR
from checkin.door.kept_from_me import as_viewer
from checkin.door.me import me
from checkin.lives.reach import reach
from checkin.staff.forms.open_with_reason import ReasonForm
from checkin.staff.goes_by import called
from checkin.staff.times import MINUTE, at, clock_time
from checkin.storage import people
from checkin.storage.tables import CheckInRow, Staff


@dataclass(frozen=True, slots=True)
class ToOpen:
    """The form, with what follows from it, a sentence each."""

    form: ReasonForm
    follows: tuple[str, ...]


def to_open(row: CheckInRow, given: ReasonForm | None, now: datetime) -> ToOpen | None:
    """Return it where a reason opens it for whoever is signed in."""
    if not can_be_opened(row, as_viewer(me()), now):
        return None
    return ToOpen(given or ReasonForm(formdata=None), tuple(_follows(row, now)))


def is_open_until(row: CheckInRow, now: datetime) -> str:
    """Say until when it is open for whoever is signed in, as they opened it; "" where they did not."""
    until = open_until(row, me().id, now)
    return f"It is open for you until {clock_time(until)}." if until else ""


def _follows(row: CheckInRow, now: datetime) -> list[str]:
    person = people.the_person(row.person_id)
    told = those_told(me().staff, row, person, now)
    return [
        f"It is open for you alone, for {OPEN_FOR // MINUTE} minutes.",
        f"{called(person)} reads on the page Who looked that you opened it, and why.",
        *([_looks(told.looks, told.waits, now)] if told.looks else []),
        *(["Those outside this house get a text now."] if told.outside else []),
    ]


def _looks(one: Staff, waits: datetime | None, now: datetime) -> str:
    """Say how who looks at it is told: by a text, or on their list alone."""
    listed = f"It goes on the list of {one.called}"
    if reach(one, "text") is None:
        return f"{listed}."
    return f"{listed}, who gets a text {at(waits, now) if waits else 'now'}."
