"""You said, decided, done, told: what became of what a person said.

How a loop moves is decided in `lives`; every decision stays, and the newest is the one that acts.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import Select, literal, select

from checkin.lives.loop import Closed, Done, Loop, Promised, Read, Refused, Reopened, Unread
from checkin.storage.tables import CheckInRow, HeardRow, LoopDecisionRow, LoopRow, Staff, db

_OF_TEXT = "heard:"  # how the key of a text's words begins
_OF_ANSWER = "answer:"
_TO_STAFF = "to_staff:"  # and of an answer to words of staff, on a page


def loop(loop_id: str) -> LoopRow | None:
    """Return one loop."""
    return db.session.get(LoopRow, loop_id)


def the_loop(loop_id: str) -> LoopRow:
    """Return one loop as it is in the database now, held until the transaction ends."""
    return db.session.get_one(LoopRow, loop_id, populate_existing=True, with_for_update=True)


def life_of(row: LoopRow) -> Loop:
    """Return where a loop stands in its life."""
    number, told = row.decisions, row.told_at is not None
    if row.closed_at is not None:
        return Closed(number, row.impact)
    if row.impact is not None:
        return Reopened(number, row.impact)
    if row.done_at is not None:
        return Done(number, told=told, asked=row.asked)
    match row.decision:
        case None:
            return Unread() if row.read_at is None else Read()
        case "cannot":
            return Refused(number, told=told)
        case decision:
            return Promised(number, decision, row.due_on, told=told)


def loops_of(person_id: str) -> Sequence[LoopRow]:
    """Return what a person said, and did not take back, and what became of it, newest first."""
    return db.session.scalars(
        select(LoopRow)
        .outerjoin(CheckInRow, CheckInRow.id == LoopRow.check_in_id)
        .where(LoopRow.person_id == person_id, CheckInRow.taken_back_at.is_(None))
        .order_by(LoopRow.raised_at.desc())
    ).all()


def said_since(person_ids: Sequence[str], since: datetime) -> Sequence[LoopRow]:
    """Return what these people said since then, and did not take back, newest first."""
    return db.session.scalars(
        select(LoopRow)
        .outerjoin(CheckInRow, CheckInRow.id == LoopRow.check_in_id)
        .where(
            LoopRow.person_id.in_(person_ids),
            LoopRow.raised_at >= since,
            CheckInRow.taken_back_at.is_(None),
        )
        .order_by(LoopRow.raised_at.desc(), LoopRow.key)
    ).all()


def asked_and_silent(times: int, before: datetime) -> Sequence[str]:
    """Return what is done, and they were asked about so often, last before then (ids)."""
    return db.session.scalars(
        select(LoopRow.id).where(
            LoopRow.done_at.is_not(None),
            LoopRow.impact.is_(None),
            LoopRow.closed_at.is_(None),
            LoopRow.asked >= times,
            LoopRow.asked_at <= before,
        )
    ).all()


def promised_by_who_left() -> Sequence[LoopRow]:
    """Return what is promised and not done, by somebody who works nowhere here any more."""
    return db.session.scalars(
        select(LoopRow)
        .join(Staff, Staff.id == LoopRow.owner_id)
        .outerjoin(CheckInRow, CheckInRow.id == LoopRow.check_in_id)
        .where(
            Staff.active.is_(False),
            LoopRow.done_at.is_(None),
            LoopRow.closed_at.is_(None),
            CheckInRow.taken_back_at.is_(None),
        )
        .order_by(LoopRow.id)
    ).all()


def promised_about(check_in_id: str) -> Sequence[LoopRow]:
    """Return what is promised and not done about what was said in a check-in."""
    return db.session.scalars(
        select(LoopRow)
        .where(
            LoopRow.check_in_id == check_in_id,
            LoopRow.owner_id.is_not(None),
            LoopRow.done_at.is_(None),
            LoopRow.closed_at.is_(None),
        )
        .order_by(LoopRow.id)
    ).all()


def all_said_in(check_in_id: str) -> Sequence[LoopRow]:
    """Return what was said in a check-in, and what became of it, in order."""
    return db.session.scalars(
        select(LoopRow)
        .where(LoopRow.check_in_id == check_in_id)
        .order_by(LoopRow.raised_at, LoopRow.key)
    ).all()


def promised_before(day: date) -> Sequence[LoopRow]:
    """Return what was promised for a day before this one and is not done, by when it was due."""
    return db.session.scalars(
        select(LoopRow)
        .outerjoin(CheckInRow, CheckInRow.id == LoopRow.check_in_id)
        .where(
            LoopRow.due_on < day,
            LoopRow.done_at.is_(None),
            LoopRow.closed_at.is_(None),
            CheckInRow.taken_back_at.is_(None),
        )
        .order_by(LoopRow.due_on)
    ).all()


def unread(since: datetime) -> Sequence[LoopRow]:
    """Return what was said in a check-in since then, and nobody read or opened; oldest first."""
    return db.session.scalars(
        select(LoopRow)
        .join(CheckInRow, CheckInRow.id == LoopRow.check_in_id)
        .where(
            LoopRow.raised_at >= since,
            LoopRow.read_at.is_(None),
            LoopRow.decision.is_(None),
            LoopRow.closed_at.is_(None),
            CheckInRow.seen_at.is_(None),
            CheckInRow.taken_back_at.is_(None),
        )
        .order_by(LoopRow.raised_at)
    ).all()


def of_text(heard_id: str) -> LoopRow | None:
    """Return the loop that a text opened, held until the transaction ends."""
    return db.session.scalar(
        select(LoopRow).where(LoopRow.key == f"{_OF_TEXT}{heard_id}").with_for_update(),
        execution_options={"populate_existing": True},
    )


def read_with(row: LoopRow) -> str | None:
    """Return the place on the list of who reads that these words share.

    It is a text, words of staff that they answer, or a check-in.
    """
    kind, *key = row.key.split(":")
    if f"{kind}:" == _TO_STAFF:
        return key[0]
    if f"{kind}:" == _OF_TEXT:
        return db.session.scalar(select(HeardRow.read_with).where(HeardRow.id == key[0]))
    return row.check_in_id


def all_read_with(place: str) -> Sequence[LoopRow]:
    """Return all words that share this place, as they are in the database now."""
    return db.session.scalars(
        _read_with(place), execution_options={"populate_existing": True}
    ).all()


def _read_with(place: str) -> Select[LoopRow]:
    texts = select(literal(_OF_TEXT) + HeardRow.id).where(HeardRow.read_with == place)
    in_check_in = (LoopRow.check_in_id == place) & LoopRow.key.startswith(_OF_ANSWER)
    to_staff = LoopRow.key.startswith(f"{_TO_STAFF}{place}:")
    return select(LoopRow).where(in_check_in | to_staff | LoopRow.key.in_(texts))


def decisions_of(loop_ids: Collection[str]) -> dict[str, list[LoopDecisionRow]]:
    """Return by loop everything that was decided, the oldest first."""
    found: dict[str, list[LoopDecisionRow]] = defaultdict(list)
    rows = select(LoopDecisionRow).where(LoopDecisionRow.loop_id.in_(loop_ids))
    for row in db.session.scalars(rows.order_by(LoopDecisionRow.number)):
        found[row.loop_id].append(row)
    return found
