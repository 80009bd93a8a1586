"""What waits too long among those it was said to: who leads reads that it does, and not what it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from checkin.actions.may_see import that_wait_elsewhere
from checkin.actions.open_with_reason import said_to, where_said
from checkin.door.kept_from_me import as_viewer
from checkin.door.me import me
from checkin.lives.loop import Reopened
from checkin.staff.loop_lines import late
from checkin.staff.times import ZONE
from checkin.storage import check_ins, loops
from checkin.storage.tables import LoopRow

OPEN_AGAIN = "Open again: it is to be decided what we do now."


@dataclass(frozen=True, slots=True)
class WaitsElsewhere:
    """Whom it was said to, in what, since when, and for what it waits; where a reason opens it."""

    check_in_id: str
    whom: str
    where: str
    waits: str


def wait_elsewhere(rows: Sequence[LoopRow], now: datetime) -> list[WaitsElsewhere]:
    """Return what waits too long of these, which whoever is signed in may know and not read."""
    waiting = [(row, words) for row in rows if (words := _waits(row, now))]
    known = that_wait_elsewhere(as_viewer(me()), [row for row, _ in waiting], now)
    return [
        WaitsElsewhere(said.id, said_to(said, now), where_said(said, ZONE), words)
        for row, words in waiting
        if row.id in known and (said := check_ins.check_in(row.check_in_id or ""))
    ]


def _waits(row: LoopRow, now: datetime) -> str:
    return late(row, now) or (OPEN_AGAIN if isinstance(loops.life_of(row), Reopened) else "")
