"""A message is leased by one process, which sends it and writes down what came of it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from checkin.lives import message_moves as moves
from checkin.lives.message import WAITING, Message, MessageState
from checkin.lives.new_message import ContactPoint
from checkin.storage.messages import as_fields, life_of
from checkin.storage.tables import MessageRow, db, new_id
from checkin.storage.writing import among, rows_changed

"""Workers' clocks differ less than this."""


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


def lease(now: datetime, most: int) -> list[Leased]:
    """Take the most pressing messages that are due, for half a minute.

    A lease that runs out is simply due again. Claim one at a time where a person would notice
    a repeat (alerts.md 11).
    """
    rows = db.session.scalars(
        select(MessageRow)
        .where(among(MessageRow.state, WAITING), MessageRow.next_at <= now)
        .order_by(MessageRow.urgency, MessageRow.next_at)
        .limit(most)
        .with_for_update(skip_locked=True),
        execution_options={"populate_existing": True},
    ).all()
    token = new_id()
    taken = [as_leased(row, moves.moved(life_of(row), moves.Leased(now)), token) for row in rows]
    if taken:
        db.session.execute(
            update(MessageRow),
            [{"id": one.id, "lease": token, **as_fields(one.life)} for one in taken],
        )
    return taken


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
