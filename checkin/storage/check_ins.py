"""Check-ins: planned, due, asked and answered.

How one moves is decided in `lives`; here its row is read as a life, and kept as it became.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any, cast

from sqlalchemy import ColumnElement, Table, Update, bindparam, select, update
from sqlalchemy.orm.attributes import set_committed_value

from checkin.agreements.expected import WAITING, CheckInState
from checkin.lives.check_in import CheckIn, is_open
from checkin.lives.check_in_moves import Move, moved
from checkin.lives.new_check_in import NewCheckIn
from checkin.storage.reading import look_up
from checkin.storage.tables import AgreementVersionRow, CheckInRow, db
from checkin.storage.writing import become, insert_new

_in_order = attrgetter(*CheckIn._fields)
_TABLE = cast("Table", CheckInRow.__table__)


def life_of(row: CheckInRow) -> CheckIn:
    """Return where a check-in stands in its life."""
    return CheckIn(*_in_order(row))


def move(row: CheckInRow, made: Move) -> CheckIn:
    """Let a check-in that this transaction holds move, and return what became of it."""
    before, after = life_of(row), moved(life_of(row), made)
    become(row, before, after)
    return after


def move_many(moves: Iterable[tuple[CheckInRow, Move]]) -> None:
    """Let many move, each once; rows in hand stay as they were read.

    One statement for all in which the same things change.
    """
    all_changed = ((row.id, _changed(life_of(row), made)) for row, made in moves)
    kept = [{"check_in": key, **changed} for key, changed in all_changed if changed]
    db.session.flush()
    for names, alike in groupby(sorted(kept, key=tuple), key=tuple):
        db.session.connection().execute(_keep(names), list(alike))


def _changed(before: CheckIn, made: Move) -> dict[str, Any]:
    """Return what a move changes."""
    each = zip(CheckIn._fields, before, moved(before, made), strict=True)
    return {name: now for name, was, now in each if now != was}


def _keep(names: tuple[str, ...]) -> Update:
    """Keep these of many check-ins that are held: no book-keeping of the session."""
    kept: dict[str, Any] = {name: bindparam(name) for name in names if name != "check_in"}
    return update(_TABLE).where(_TABLE.c.id == bindparam("check_in")).values(kept)


def _as_fields(life: CheckIn) -> dict[str, Any]:
    """Return what a row keeps of a life."""
    return life._asdict()


def still_open(row: CheckInRow) -> bool:
    """Say whether an answer is still waited for."""
    return is_open(life_of(row))


def waited_for() -> ColumnElement[bool]:
    """Ask the database what `lives.check_in.is_open` says."""
    return CheckInRow.state.in_(WAITING) & CheckInRow.answered_late_at.is_(None)


def check_in(check_in_id: str) -> CheckInRow | None:
    """Return one check-in."""
    return db.session.get(CheckInRow, check_in_id)


_BY_ID = select(CheckInRow.__table__).where(CheckInRow.id == bindparam("check_in"))


def as_it_stands(check_in_id: str) -> CheckInRow | None:
    """Return one check-in, to look at only."""
    return look_up(CheckInRow, _BY_ID, check_in=check_in_id)


def held(check_in_id: str) -> CheckInRow | None:
    """Return one check-in as it is in the database now, held until the transaction ends."""
    return db.session.get(CheckInRow, check_in_id, populate_existing=True, with_for_update=True)


_KEEP_TURN = (
    update(_TABLE)
    .where(_TABLE.c.id == bindparam("check_in"))
    .values(so_far=bindparam("far"), turns=bindparam("taken"), device_id=bindparam("device"))
)


def keep_turn(row: CheckInRow, so_far: str, *, device_id: str | None = None) -> None:
    """Keep one more turn of a check-in that is held: a tap needs no book-keeping of the session."""
    turns, device_id = row.turns + 1, device_id or row.device_id
    values = {"check_in": row.id, "far": so_far, "taken": turns, "device": device_id}
    db.session.connection().execute(_KEEP_TURN, values)
    set_committed_value(row, "so_far", so_far)
    set_committed_value(row, "turns", turns)
    set_committed_value(row, "device_id", device_id)


def begin_anew(row: CheckInRow) -> None:
    """Let a check-in that is held begin anew: what was answered stays, and is not gone on with."""
    row.so_far, row.begun_anew = None, row.turns
    row.done = row.helper = None
    db.session.flush()


def the_check_in(check_in_id: str) -> CheckInRow:
    """Return one check-in that must be there, held until the transaction ends."""
    return db.session.get_one(CheckInRow, check_in_id, populate_existing=True, with_for_update=True)


def put(new: NewCheckIn) -> CheckInRow:
    """Keep a check-in that the person began."""
    row = CheckInRow(**_as_row(new))
    db.session.add(row)
    db.session.flush()
    return row


def put_planned(new: Sequence[NewCheckIn]) -> None:
    """Plan check-ins; one that is planned already (by its plan_key) stays as it is."""
    insert_new(CheckInRow, [_as_row(one) for one in new])


def _as_row(new: NewCheckIn) -> dict[str, Any]:
    return {
        **_as_fields(new.life),
        "plan_key": new.plan_key,
        "person_id": new.person_id,
        "agreement_version_id": new.agreement_version_id,
        "key": new.key,
        "asks": new.asks,
        "leg": new.leg,
        "channel": new.channel,
        "local_slot": new.local_slot,
        "later_at": new.later_at,
    }


def planned_as(plan_key: str) -> CheckInRow | None:
    """Return what was planned under this key, held until the transaction ends."""
    asked = select(CheckInRow).where(CheckInRow.plan_key == plan_key).with_for_update()
    return db.session.scalar(asked)


def not_asked_of(agreement_id: str, since: datetime) -> Sequence[CheckInRow]:
    """Return what was planned under any version, due from then on and never asked; held.

    It waits still, with texts on or off, or was called off.
    """
    versions = select(AgreementVersionRow.id).where(
        AgreementVersionRow.agreement_id == agreement_id
    )
    return db.session.scalars(
        select(CheckInRow)
        .where(
            CheckInRow.agreement_version_id.in_(versions),
            CheckInRow.state.in_(
                (CheckInState.PLANNED, CheckInState.STOPPED_TEXTS, CheckInState.CANCELLED)
            ),
            CheckInRow.asked_at.is_(None),
            CheckInRow.due_at >= since,
        )
        .order_by(CheckInRow.due_at)
        .with_for_update(),
        execution_options={"populate_existing": True},
    ).all()


def follow(row: CheckInRow, new: NewCheckIn) -> None:
    """Let a check-in that is held be of the version that plans it now."""
    row.plan_key, row.local_slot = new.plan_key, new.local_slot
    row.agreement_version_id, row.channel = new.agreement_version_id, new.channel
    row.asks, row.leg, row.later_at = new.asks, new.leg, new.later_at
