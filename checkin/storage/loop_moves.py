"""What moves a loop on: read, decided, done, told, and whether it helped.

Every decision stays, and the newest is the one that acts.
"""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import select

from checkin.conversation.flows.does import Verdict
from checkin.lives.loop import Decision
from checkin.lives.record import CHECKIN, Entry, RecordKind, What, by_person, by_staff, moment
from checkin.storage import facts_of_talk, record
from checkin.storage.tables import LoopDecisionRow, LoopRow, db


@dataclass(frozen=True, slots=True)
class NewDecision:
    """What somebody decided, in words for the person."""

    at: datetime
    staff_id: str
    decision: Decision
    words: str
    owner_id: str | None
    due_on: date | None = None


def note_read(row: LoopRow, staff_id: str, at: datetime) -> None:
    """Keep who read it first."""
    row.read_at, row.read_by = at, staff_id
    note(row, at, by_staff(staff_id), "loop_read", {"read": moment(at), "read_by": staff_id})


def add_decision(row: LoopRow, new: NewDecision) -> None:
    """Keep a decision beside those before it: it is the one that acts, and is not told yet."""
    row.decisions += 1
    db.session.add(LoopDecisionRow(loop_id=row.id, number=row.decisions, **asdict(new)))
    row.decided_at, row.decided_by, row.decision = new.at, new.staff_id, new.decision
    row.we_did, row.owner_id, row.due_on = new.words, new.owner_id, new.due_on
    row.done_at = row.done_by = row.done_how = row.told_at = None
    row.impact = row.impact_at = row.asked_at = None
    row.asked = 0
    decided = facts_of_talk.as_decision(row.decision, row.we_did, row)
    anew: What = {"impact": None, "closed": None, "asked": None}
    what: What = {"number": row.decisions, **decided, **anew}
    note(row, new.at, by_staff(new.staff_id), "loop_decided", what)


def note_done(row: LoopRow, staff_id: str, how: str, at: datetime) -> None:
    """Keep that what was decided last is done, by whom, and how one can see it."""
    newest = _newest(row)
    row.done_at = newest.done_at = at
    row.done_by = newest.done_by = staff_id
    row.done_how = newest.done_how = how
    what: What = {"number": row.decisions, **facts_of_talk.done(at, staff_id, how)}
    note(row, at, by_staff(staff_id), "loop_done", what)


def note_told(row: LoopRow, at: datetime) -> None:
    """Keep that the person knows what was decided last."""
    row.told_at = _newest(row).told_at = at
    note(row, at, CHECKIN, "loop_told", {"number": row.decisions, "told": moment(at)})


def note_asked(row: LoopRow, at: datetime) -> None:
    """Keep that the person was asked once more whether it helped."""
    row.asked, row.asked_at = row.asked + 1, at
    note(row, at, CHECKIN, "loop_asked", {"asked": row.asked})


def note_impact(row: LoopRow, impact: Verdict, at: datetime, *, closes: bool) -> None:
    """Keep whether it helped, as the person said last; what closes it did so when first said."""
    newest = _newest(row)
    row.impact = newest.impact = impact
    row.impact_at = newest.impact_at = at
    row.closed_at = (row.closed_at or at) if closes else None
    what: What = {"number": row.decisions, "impact": impact, "closed": moment(row.closed_at)}
    note(row, at, by_person(row.person_id), "loop_impact", what)


def note_silent(row: LoopRow, at: datetime) -> None:
    """Keep that it is closed because they said nothing."""
    row.closed_at = at
    note(row, at, CHECKIN, "loop_silent", {"closed": moment(at)})


def _newest(row: LoopRow) -> LoopDecisionRow:
    return db.session.scalars(
        select(LoopDecisionRow).where(
            LoopDecisionRow.loop_id == row.id, LoopDecisionRow.number == row.decisions
        )
    ).one()


def note(row: LoopRow, at: datetime, by: str, kind: RecordKind, what: What) -> None:
    """Tell the record what became of a loop."""
    db.session.flush()
    record.note([Entry(at, by, kind, f"loop:{row.id}", what, row.person_id)])
