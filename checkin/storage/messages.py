"""Messages are kept to be sent, move, and are called off.

How one moves is decided in `lives`; here its row is read as a life, and kept as it became.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from operator import attrgetter

from sqlalchemy import ColumnElement, select

from checkin.lives.message import WAITING, Message, waiting
from checkin.lives.message_moves import Cancelled, Move, moved
from checkin.lives.new_message import NewMessage
from checkin.storage.tables import MessageRow, db
from checkin.storage.writing import become, insert_new

REMINDS = "remind"
"""What a text is about that reminds of a question."""
Fields = dict[str, str | int | datetime | None]
_in_order = attrgetter(*Message._fields)


def put(new: Sequence[NewMessage]) -> None:
    """Keep messages to be sent; one with the same key is there already and stays."""
    insert_new(MessageRow, [_as_row(one) for one in new])


def _as_row(new: NewMessage) -> Fields:
    life = waiting(new.key, new.not_before or new.made_at, new.not_after)
    return {
        **as_fields(life),
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
    return Message(*_in_order(row))


def move(row: MessageRow, made: Move) -> Message:
    """Let a message that this transaction holds move, and return what became of it."""
    before, after = life_of(row), moved(life_of(row), made)
    become(row, before, after)
    return after


def as_fields(life: Message) -> Fields:
    """Return what a row keeps of a life."""
    return life._asdict()


def cancel_for_alert(alert_id: str, now: datetime) -> None:
    """Let messages of an alert that nobody needs any more not go out."""
    _cancel(MessageRow.alert_id == alert_id, MessageRow.to_person.is_(False), now=now)


def cancel_for_others(alert_id: str, staff_ids: Collection[str], now: datetime) -> None:
    """Let messages of an alert to any other staff than these not go out."""
    others = MessageRow.staff_id.not_in(staff_ids)
    _cancel(MessageRow.alert_id == alert_id, MessageRow.to_person.is_(False), others, now=now)


def cancel_said_of(alert_ids: Collection[str], now: datetime) -> None:
    """Let what the persons were to be told of these alerts, and is past, not go out."""
    _cancel(MessageRow.alert_id.in_(alert_ids), MessageRow.to_person.is_(True), now=now)


def cancel_reminders(person_ids: Collection[str], now: datetime) -> None:
    """Let what would remind these people, and has not gone out yet, not go."""
    _cancel(MessageRow.person_id.in_(person_ids), MessageRow.about == REMINDS, now=now)


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
        move(row, Cancelled(now))
