"""Messages that wait to be sent, were sent, and arrived."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select, update

from checkin.storage.tables import HeardRow, MessageRow, ReceiptRow, db, new_id
from checkin.storage.writing import among, insert_new, rows_changed

WAITING = ("pending", "leased", "unknown")
LEASE = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Leased:
    """A message that this process may send now, until its lease runs out."""

    id: str
    lease: str
    key: str
    about: str
    channel: str
    number: str
    body: str
    urgency: int
    attempts: int
    made_at: datetime
    not_after: datetime | None
    alert_id: str | None
    person_id: str | None
    staff_id: str | None
    to_person: bool
    may_have_gone: bool  # an earlier try ended without a word


def put(rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep messages to be sent; one with the same key is there already and stays."""
    insert_new(MessageRow, rows)


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
    taken = [as_leased(row, token) for row in rows]
    db.session.execute(
        update(MessageRow)
        .where(MessageRow.id.in_([row.id for row in rows]))
        .values(state="leased", lease=token, attempts=MessageRow.attempts + 1, next_at=now + LEASE)
        .execution_options(synchronize_session=False)
    )
    return taken


def as_leased(row: MessageRow, token: str = "") -> Leased:
    """Return a message with what its sending needs to know."""
    return Leased(
        id=row.id,
        lease=token,
        key=row.key,
        about=row.about,
        channel=row.channel,
        number=row.number,
        body=row.body,
        urgency=row.urgency,
        attempts=row.attempts + 1,
        made_at=row.made_at,
        not_after=row.not_after,
        alert_id=row.alert_id,
        person_id=row.person_id,
        staff_id=row.staff_id,
        to_person=row.to_person,
        may_have_gone=row.state in ("leased", "unknown"),
    )


def mark(message_id: str, lease_token: str, **fields: Any) -> bool:
    """Write down what came of a sending; False when the lease was lost meanwhile."""
    changed = rows_changed(
        update(MessageRow)
        .where(MessageRow.id == message_id, MessageRow.lease == lease_token)
        .values(lease=None, **fields)
        .execution_options(synchronize_session=False)
    )
    return changed == 1


def cancel_for_alert(alert_id: str) -> None:
    """Let messages of an alert that nobody needs any more not go out."""
    db.session.execute(
        update(MessageRow)
        .where(
            MessageRow.alert_id == alert_id,
            MessageRow.to_person.is_(False),
            MessageRow.state == "pending",
        )
        .values(state="cancelled", next_at=None)
    )


def cancel_for_person(person_id: str) -> None:
    """Let texts to a person that have not gone out yet not go."""
    db.session.execute(
        update(MessageRow)
        .where(
            MessageRow.person_id == person_id,
            MessageRow.to_person.is_(True),
            MessageRow.state == "pending",
        )
        .values(state="cancelled", next_at=None)
    )


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


def texts_from(person_id: str, since: datetime) -> Sequence[HeardRow]:
    """Return the texts from a person since then, in order."""
    return db.session.scalars(
        select(HeardRow)
        .where(HeardRow.person_id == person_id, HeardRow.at >= since)
        .order_by(HeardRow.at)
    ).all()


def put_heard(**fields: Any) -> bool:
    """Keep a text that arrived; False when the phone company's id was heard before."""
    return insert_new(HeardRow, [{"private": False, "facts": {}, **fields}]) == 1


def change_heard(heard_id: str, **fields: Any) -> None:
    """Write down what a text meant."""
    db.session.execute(update(HeardRow).where(HeardRow.id == heard_id).values(**fields))


def heard(heard_id: str) -> HeardRow | None:
    """Return one text that arrived."""
    return db.session.get(HeardRow, heard_id)


def the_heard(heard_id: str) -> HeardRow:
    """Return a text that was just kept."""
    return db.session.get_one(HeardRow, heard_id)


def from_unknown_numbers(since: datetime) -> Sequence[HeardRow]:
    """Return texts from numbers that belong to nobody here."""
    return db.session.scalars(
        select(HeardRow)
        .where(HeardRow.person_id.is_(None), HeardRow.at >= since)
        .order_by(HeardRow.at.desc())
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


def change(message_id: str, **fields: Any) -> None:
    """Change where a message stands."""
    db.session.execute(update(MessageRow).where(MessageRow.id == message_id).values(**fields))


def last_heard(person_ids: Collection[str]) -> dict[str, HeardRow]:
    """Return each person's latest text."""
    newest = (
        select(HeardRow.person_id, func.max(HeardRow.at).label("at"))
        .where(HeardRow.person_id.in_(person_ids))
        .group_by(HeardRow.person_id)
        .subquery()
    )
    rows = db.session.scalars(
        select(HeardRow).join(
            newest, (newest.c.person_id == HeardRow.person_id) & (newest.c.at == HeardRow.at)
        )
    )
    return {row.person_id: row for row in rows if row.person_id}


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


def same_words_since(person_id: str, words: str, since: datetime) -> int:
    """Return how often a person sent just these words since then."""
    return (
        db.session.scalar(
            select(func.count())
            .select_from(HeardRow)
            .where(HeardRow.person_id == person_id, HeardRow.words == words, HeardRow.at >= since)
        )
        or 0
    )
