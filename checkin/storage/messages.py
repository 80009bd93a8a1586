"""Messages that wait to be sent, and were sent.

How one moves is decided in `lives`; here its row is read as a life, and kept as it became.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select, update

from checkin.lives import message as lives
from checkin.lives.message import WAITING, Message, Move, moved
from checkin.lives.new_message import ContactPoint, NewMessage
from checkin.storage.tables import MessageRow, PersonRow, ReceiptRow, db, new_id
from checkin.storage.writing import among, become, insert_new, rows_changed

_MOVING = tuple(one.name for one in fields(Message))


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


def put(new: Sequence[NewMessage]) -> None:
    """Keep messages to be sent; one with the same key is there already and stays."""
    insert_new(MessageRow, [_as_row(one) for one in new])


def _as_row(new: NewMessage) -> dict[str, Any]:
    life = lives.waiting(new.key, new.made_at, new.not_after)
    return {
        **_as_fields(life),
        "to_person": new.to_person,
        "person_id": new.person_id,
        "staff_id": new.staff_id,
        "alert_id": new.alert_id,
        "check_in_id": new.check_in_id,
        "about": new.about,
        "channel": new.to.channel,
        "address": new.to.address,
        "body": new.body,
        "urgency": new.urgency,
        "made_at": new.made_at,
        "despite_stop": new.despite_stop,
    }


def life_of(row: MessageRow) -> Message:
    """Return where a message stands in its life."""
    return Message(*(getattr(row, name) for name in _MOVING))


def move(row: MessageRow, made: Move) -> Message:
    """Let a message that this transaction holds move, and return what became of it."""
    before, after = life_of(row), moved(life_of(row), made)
    become(row, before, after)
    return after


def _as_fields(life: Message) -> dict[str, Any]:
    return {name: getattr(life, name) for name in _MOVING}


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
    taken = [as_leased(row, moved(life_of(row), lives.Leased(now)), token) for row in rows]
    if taken:
        db.session.execute(
            update(MessageRow),
            [{"id": one.id, "lease": token, **_as_fields(one.life)} for one in taken],
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
        may_have_gone=row.state in (lives.MessageState.LEASED, lives.MessageState.UNKNOWN),
    )


def silenced(leased: Sequence[Leased]) -> set[str]:
    """Return which of these must not go, because the person stopped texts or they are paused."""
    stoppable = {one.id: one.person_id for one in leased if one.to_person and not one.despite_stop}
    if not stoppable:
        return set()
    off = select(PersonRow.id).where(
        PersonRow.id.in_(stoppable.values()),
        PersonRow.texts_stopped_at.is_not(None) | PersonRow.texts_paused_at.is_not(None),
    )
    persons = set(db.session.scalars(off))
    return {message_id for message_id, person_id in stoppable.items() if person_id in persons}


def keep_sent(one: Leased, life: Message) -> bool:
    """Write down what came of a sending; False when the lease was lost meanwhile.

    What was called off meanwhile stays called off: it is too late for another try.
    """
    kept = _as_fields(life)
    del kept["not_after"]
    changed = rows_changed(
        update(MessageRow)
        .where(MessageRow.id == one.id, MessageRow.lease == one.lease)
        .values(lease=None, **kept)
        .execution_options(synchronize_session=False)
    )
    return changed == 1


def cancel_for_alert(alert_id: str, now: datetime) -> None:
    """Let messages of an alert that nobody needs any more not go out."""
    _cancel(MessageRow.alert_id == alert_id, MessageRow.to_person.is_(False), now=now)


def cancel_for_person(person_id: str, now: datetime) -> None:
    """Let texts to a person that have not gone out yet not go, unless they go despite a stop."""
    _cancel(
        MessageRow.person_id == person_id,
        MessageRow.to_person.is_(True),
        MessageRow.despite_stop.is_(False),
        now=now,
    )


def _cancel(*which: ColumnElement[bool], now: datetime) -> None:
    rows = db.session.scalars(
        select(MessageRow).where(*which, MessageRow.state.in_(WAITING)).with_for_update(),
        execution_options={"populate_existing": True},
    ).all()
    for row in rows:
        move(row, lives.Cancelled(now))


def messages_of_alert(alert_id: str) -> Sequence[MessageRow]:
    """Return what was sent about an alert, in order."""
    return db.session.scalars(
        select(MessageRow).where(MessageRow.alert_id == alert_id).order_by(MessageRow.made_at)
    ).all()


def last_told(alert_id: str) -> datetime | None:
    """Return when staff were last told of an alert."""
    return db.session.scalar(
        select(func.max(MessageRow.made_at)).where(
            MessageRow.alert_id == alert_id, MessageRow.to_person.is_(False)
        )
    )


def texts_to(person_id: str, since: datetime) -> Sequence[MessageRow]:
    """Return the texts to a person since then, in order."""
    return db.session.scalars(
        select(MessageRow)
        .where(
            MessageRow.person_id == person_id,
            MessageRow.to_person.is_(True),
            MessageRow.made_at >= since,
        )
        .order_by(MessageRow.made_at)
    ).all()


def put_receipt(provider_id: str, status: str, code: str | None, now: datetime) -> bool:
    """Keep what the phone company said; False when it said so before."""
    row = {
        "key": f"{provider_id}:{status}",
        "provider_id": provider_id,
        "status": status,
        "code": code,
        "at": now,
    }
    return insert_new(ReceiptRow, [row]) == 1


def receipts_to_apply(provider_id: str) -> Sequence[ReceiptRow]:
    """Return what was said of a message and is not applied yet."""
    return db.session.scalars(
        select(ReceiptRow).where(
            ReceiptRow.provider_id == provider_id, ReceiptRow.applied_at.is_(None)
        )
    ).all()


def message_sent_as(provider_id: str) -> MessageRow | None:
    """Return the message that the phone company knows by this id, held until we are done."""
    return db.session.scalar(
        select(MessageRow).where(MessageRow.provider_id == provider_id).with_for_update(),
        execution_options={"populate_existing": True},
    )


def without_receipt(check_in_ids: Collection[str]) -> dict[str, int]:
    """Return how many texts about each check-in were sent and never reported delivered."""
    rows = db.session.execute(
        select(MessageRow.check_in_id, func.count())
        .where(
            MessageRow.check_in_id.in_(check_in_ids),
            MessageRow.to_person.is_(True),
            MessageRow.sent_at.is_not(None),
            MessageRow.delivered_at.is_(None),
        )
        .group_by(MessageRow.check_in_id)
    )
    return {check_in_id: count for check_in_id, count in rows if check_in_id}


def last_spoke(check_in_ids: Collection[str]) -> dict[str, datetime]:
    """Return when each check-in last wrote to the person: asked, reminded, or went on."""
    rows = db.session.execute(
        select(MessageRow.check_in_id, func.max(MessageRow.made_at))
        .where(MessageRow.check_in_id.in_(check_in_ids), MessageRow.to_person.is_(True))
        .group_by(MessageRow.check_in_id)
    )
    return {check_in_id: at for check_in_id, at in rows if check_in_id}
