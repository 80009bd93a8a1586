"""What a person keeps from whoever is signed in is not there for them (flow-library.md M2)."""

from collections.abc import Iterable
from typing import TypeVar

from checkin.door.me import Me
from checkin.storage.kept_from import kept_from
from checkin.storage.tables import AlertRow, AnswerRow, CheckInRow, LoopRow, MediaRow

SaidRow = AlertRow | AnswerRow | CheckInRow | LoopRow | MediaRow
Row = TypeVar("Row", bound=SaidRow)


def open_to(who: Me, rows: Iterable[Row]) -> list[Row]:
    """Return the rows that this member of staff may know of."""
    found = list(rows)
    hidden = kept_from({one for row in found if (one := _check_in_of(row))})
    return [row for row in found if who.id not in hidden.get(_check_in_of(row) or "", ())]


def _check_in_of(row: Row) -> str | None:
    return row.id if isinstance(row, CheckInRow) else row.check_in_id
