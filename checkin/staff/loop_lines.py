"""What became of what a person said, step by step, and what is late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from checkin.agreements.times import local
from checkin.agreements.working_days import after_working_days
from checkin.staff.plain import ZONE, when
from checkin.storage import staff as staff_kept
from checkin.storage.tables import LoopRow
from checkin.wording import short_date

READ_WITHIN, DECIDE_WITHIN = 1, 5  # working days (thresholds.md T13)

DECISIONS = {
    "do": "We will do it",
    "trial": "We will try it",
    "cannot": "We cannot",
    "later": "Later",
}


@dataclass(frozen=True, slots=True)
class LoopLine:
    """One loop as staff see it."""

    loop: LoopRow
    steps: tuple[str, ...]
    late: str | None
    owner: str

    @property
    def over(self) -> bool:
        """Whether nothing is left to do for staff."""
        row = self.loop
        return bool(row.closed_at or (row.done_at and row.told_at) or row.decision == "cannot")


def loop_lines(rows: Iterable[LoopRow], now: datetime) -> list[LoopLine]:
    """Return loops with what happened in each."""
    kept = list(rows)
    ids = {one for row in kept for one in (row.read_by, row.decided_by, row.owner_id) if one}
    named = {key: one.called for key, one in staff_kept.staff_by_id(ids).items()}
    return [
        LoopLine(row, tuple(_steps(row, named, now)), _late(row, now), named.get(row.owner_id or "", ""))
        for row in kept
    ]  # fmt: skip


def _steps(row: LoopRow, named: dict[str, str], now: datetime) -> Iterable[str]:
    yield f"Said {when(row.raised_at, now)}."
    if row.read_at:
        yield f"Read by {named.get(row.read_by or '', 'staff')}, {when(row.read_at, now)}."
    if row.decided_at:
        decided = DECISIONS.get(row.decision or "", row.decision or "")
        by = named.get(row.decided_by or "", "staff")
        yield f"Decided by {by}, {when(row.decided_at, now)}: {decided}."
    if row.done_at:
        how = f" {row.done_how}" if row.done_how else ""
        yield f"Done {when(row.done_at, now)}.{how}"
    if row.told_at:
        yield f"Told {when(row.told_at, now)}."
    if row.impact_at:
        yield f"They say it is {row.impact}, {when(row.impact_at, now)}."


def _late(row: LoopRow, now: datetime) -> str | None:
    """Say what is late in a loop: that is about us, not about the person."""
    said, today = local(row.raised_at, ZONE).date(), local(now, ZONE).date()
    read_by = after_working_days(said, READ_WITHIN)
    decide_by = after_working_days(said, DECIDE_WITHIN)
    if row.closed_at or row.done_at or row.decision == "cannot":
        return None
    if row.decided_at:
        over = row.due_on is not None and row.due_on < today
        return (
            f"Late: this was to be done by {short_date(row.due_on)}."
            if over and row.due_on
            else None
        )
    if decide_by < today:
        return f"Late: this was to be decided by {short_date(decide_by)}."
    if row.read_at is None and read_by < today:
        return f"Late: this was to be read by {short_date(read_by)}."
    return None
