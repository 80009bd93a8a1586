"""A message is leased by one process, which sends it and writes down what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select, update

from checkin.lives import message_moves as moves
from checkin.lives.message import WAITING, Message, MessageState
from checkin.lives.new_message import ContactPoint
from checkin.storage.messages import as_fields, life_of
from checkin.storage.tables import BundleRow, MessageRow, db, new_id
from checkin.storage.writing import among, insert_all, rows_changed

OF_AN_ALERT = "tell_staff"
"""What a message is about that tells staff of an alert: several can go as one."""


@dataclass(frozen=True, slots=True)
class Leased:
    """A message that this process may send now, until its lease runs out."""

    id: str
    lease: str
    life: Message
    to: ContactPoint
    body: str
    urgency: int
    made_at: datetime
    alert_id: str | None
    person_id: str | None
    to_person: bool
    despite_stop: bool
    may_have_gone: bool  # an earlier try ended without a word


def due(now: datetime, most: int) -> Sequence[MessageRow]:
    """Return the most pressing messages that are due, held until they are leased.

    Claim one at a time where a person would notice a repeat (alerts.md 11).
    """
    return db.session.scalars(
        select(MessageRow)
        .where(among(MessageRow.state, WAITING), MessageRow.next_at <= now)
        .order_by(MessageRow.urgency, MessageRow.next_at)
        .limit(most)
        .with_for_update(skip_locked=True),
        execution_options={"populate_existing": True},
    ).all()


def told_too(rows: Sequence[MessageRow], now: datetime) -> Sequence[MessageRow]:
    """Return what else tells the same phones of alerts, and never went out; held as those are."""
    return _held(
        MessageRow.address.in_({row.address for row in rows}),
        among(MessageRow.state, [MessageState.PENDING]),
        MessageRow.about == OF_AN_ALERT,
        MessageRow.next_at <= now,
        MessageRow.id.not_in([row.id for row in rows]),
    )


def gone_with(rows: Sequence[MessageRow], now: datetime) -> Sequence[MessageRow]:
    """Return what may have gone out together with these, and waits as they do; held as those are."""
    return _held(
        MessageRow.bundle_id.in_({row.bundle_id for row in rows}),
        among(MessageRow.state, (MessageState.LEASED, MessageState.UNKNOWN)),
        MessageRow.next_at <= now,
        MessageRow.id.not_in([row.id for row in rows]),
    )


def _held(*which: ColumnElement[bool]) -> Sequence[MessageRow]:
    return db.session.scalars(
        select(MessageRow)
        .where(*which)
        .order_by(MessageRow.urgency, MessageRow.next_at)
        .with_for_update(skip_locked=True),
        execution_options={"populate_existing": True},
    ).all()


def lease(
    rows: Sequence[MessageRow], now: datetime, bundle_id: str | None = None
) -> tuple[Leased, ...]:
    """Take these messages for half a minute; a lease that runs out is simply due again.

    `bundle_id`: what they go as together.
    """
    token = new_id()
    taken = [as_leased(row, moves.moved(life_of(row), moves.Leased(now)), token) for row in rows]
    db.session.execute(
        update(MessageRow),
        [
            {"id": one.id, "lease": token, "bundle_id": bundle_id, **as_fields(one.life)}
            for one in taken
        ],
    )
    return tuple(taken)


def by_text(rows: Sequence[MessageRow]) -> None:
    """Let calls that this process holds be texts to the same phones."""
    for row in rows:
        row.channel = "text"


def put_bundle(body: str) -> str:
    """Keep in which words several messages go as one; return its id."""
    bundle = {"id": new_id(), "body": body}
    insert_all(BundleRow, [bundle])
    return bundle["id"]


def words_of(bundle_id: str) -> str:
    """Return in which words several messages went, or may have gone, as one."""
    return db.session.scalars(select(BundleRow.body).where(BundleRow.id == bundle_id)).one()


def left_out(bundle_id: str) -> bool:
    """Take out of it what was called off since; say whether anything was."""
    off = update(MessageRow).where(
        MessageRow.bundle_id == bundle_id, MessageRow.state == MessageState.CANCELLED
    )
    return rows_changed(off.values(bundle_id=None)) > 0


def reword(bundle_id: str, body: str) -> None:
    """Keep that several messages go as one in other words."""
    db.session.execute(update(BundleRow).where(BundleRow.id == bundle_id).values(body=body))


def as_leased(row: MessageRow, life: Message, token: str = "") -> Leased:
    """Return a message with what its sending needs to know."""
    return Leased(
        id=row.id,
        lease=token,
        life=life,
        to=ContactPoint(row.channel, row.address),
        body=row.body,
        urgency=row.urgency,
        made_at=row.made_at,
        alert_id=row.alert_id,
        person_id=row.person_id,
        to_person=row.to_person,
        despite_stop=row.despite_stop,
        may_have_gone=row.state in (MessageState.LEASED, MessageState.UNKNOWN),
    )


def keep_sent(one: Leased, life: Message) -> bool:
    """Write down what came of a sending; False when the lease was lost meanwhile.

    What was called off meanwhile stays called off: it is too late for another try.
    """
    kept = as_fields(life)
    del kept["not_after"]
    changed = rows_changed(
        update(MessageRow)
        .where(MessageRow.id == one.id, MessageRow.lease == one.lease)
        .values(lease=None, **kept)
        .execution_options(synchronize_session=False)
    )
    return changed == 1
