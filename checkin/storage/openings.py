"""What staff opened with a reason: for whom it is open now, and what a person reads of it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import select

from checkin.lives.record import Entry, by_staff
from checkin.storage import facts_of_talk, record
from checkin.storage.tables import CheckInRow, OpeningRow, db, new_id


def put(row: CheckInRow, staff_id: str, whom: str, reason: str, now: datetime) -> OpeningRow:
    """Keep that this one opened a check-in that is held, whom it was said to, and why."""
    new = OpeningRow(
        id=new_id(),
        check_in_id=row.id,
        person_id=row.person_id,
        staff_id=staff_id,
        whom=whom,
        reason=reason,
        at=now,
    )
    db.session.add(new)
    what, by = facts_of_talk.of_opening(new), by_staff(staff_id)
    record.note([Entry(now, by, "opened_with_reason", f"opening:{new.id}", what, row.person_id)])
    return new


def opened_after(
    check_in_ids: Collection[str], since: datetime
) -> Mapping[str, Mapping[str, datetime]]:
    """Return by check-in who opened it after this moment (staff ids), and when last."""
    found: defaultdict[str, dict[str, datetime]] = defaultdict(dict)
    asked = select(OpeningRow.check_in_id, OpeningRow.staff_id, OpeningRow.at).where(
        OpeningRow.check_in_id.in_(check_in_ids), OpeningRow.at > since
    )
    for check_in_id, staff_id, at in db.session.execute(asked.order_by(OpeningRow.at)):
        found[check_in_id][staff_id] = at
    return found


def openings_of(person_id: str, most: int, after: int = 0) -> Sequence[OpeningRow]:
    """Return what was opened of what a person said, the newest first, without the first `after`."""
    return db.session.scalars(
        select(OpeningRow)
        .where(OpeningRow.person_id == person_id)
        .order_by(OpeningRow.at.desc(), OpeningRow.id)
        .limit(most)
        .offset(after)
    ).all()


def openers_beside(opening_id: str) -> frozenset[str]:
    """Return who ever opened what this opening opened (staff ids)."""
    same = select(OpeningRow.check_in_id).where(OpeningRow.id == opening_id).scalar_subquery()
    asked = select(OpeningRow.staff_id).where(OpeningRow.check_in_id == same)
    return frozenset(db.session.scalars(asked))


def openers_of(check_in_ids: Collection[str]) -> Mapping[str, Collection[str]]:
    """Return by check-in who ever opened it (staff ids)."""
    asked = select(OpeningRow.check_in_id, OpeningRow.staff_id).where(
        OpeningRow.check_in_id.in_(check_in_ids)
    )
    found: defaultdict[str, set[str]] = defaultdict(set)
    for check_in_id, staff_id in db.session.execute(asked):
        found[check_in_id].add(staff_id)
    return found
