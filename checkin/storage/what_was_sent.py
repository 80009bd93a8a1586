"""What was sent: about an alert, to a person, for a check-in; and what never arrived."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import exists, func, select

from checkin.lives.message import MessageState
from checkin.lives.telling import telling_of
from checkin.storage.tables import MessageRow, db

OF_STAFF = "words_of_staff"
"""What a text is about that brings words of staff: it asks nothing of ours."""
NOT_TOLD = (MessageState.FAILED, MessageState.CANCELLED)


def messages_of_alert(alert_id: str) -> Sequence[MessageRow]:
    """Return what was sent about an alert, in order; of one moment, by where it went."""
    return db.session.scalars(
        select(MessageRow)
        .where(MessageRow.alert_id == alert_id)
        .order_by(MessageRow.made_at, MessageRow.to_person, MessageRow.address, MessageRow.key)
    ).all()


def last_telling(alert_id: str) -> list[MessageRow]:
    """Return the messages to staff in which an alert was last told, as each stands now."""
    rows = _to_staff(alert_id)
    newest = max((telling_of(one.key) for one in rows), default=None)
    return [one for one in rows if telling_of(one.key) == newest]


def told_last(alert_id: str) -> set[str]:
    """Return which staff were told of an alert last, or are being told (ids)."""
    return {one.staff_id or "" for one in last_telling(alert_id) if one.state not in NOT_TOLD}


def told_of(alert_ids: Collection[str]) -> dict[str, set[str]]:
    """Return by alert which staff were told of it at any time, or are being told (ids)."""
    rows = db.session.execute(
        select(MessageRow.alert_id, MessageRow.staff_id)
        .where(
            MessageRow.alert_id.in_(alert_ids),
            MessageRow.to_person.is_(False),
            MessageRow.state.not_in(NOT_TOLD),
        )
        .distinct()
    )
    told: dict[str, set[str]] = {key: set() for key in alert_ids}
    for alert_id, staff_id in rows:
        told[alert_id or ""].add(staff_id or "")
    return told


def was_to_hear(alert_id: str, staff_id: str) -> bool:
    """Say whether a message about an alert was made to a member of staff, whatever became of it."""
    made = MessageRow.alert_id == alert_id, MessageRow.staff_id == staff_id
    return db.session.scalar(select(exists().where(*made))) or False


def _to_staff(alert_id: str) -> Sequence[MessageRow]:
    return db.session.scalars(
        select(MessageRow).where(MessageRow.alert_id == alert_id, MessageRow.to_person.is_(False)),
        execution_options={"populate_existing": True},
    ).all()


class Said(NamedTuple):
    """A text to a person: the name of its wording, and its words."""

    about: str
    body: str


def last_said_of(alert_ids: Collection[str]) -> dict[str, Said]:
    """Return what the person was last told of each of these alerts; only where they were told."""
    rows = db.session.execute(
        select(MessageRow.alert_id, MessageRow.about, MessageRow.body)
        .where(
            MessageRow.alert_id.in_(alert_ids),
            MessageRow.to_person.is_(True),
            MessageRow.state != MessageState.CANCELLED,
        )
        .order_by(MessageRow.made_at)
    )
    return {alert_id: Said(about, body) for alert_id, about, body in rows if alert_id}


def all_said_of(alert_id: str) -> list[str]:
    """Return by which texts the person was told of this alert, in order; what was called off is not."""
    said = select(MessageRow.about).where(
        MessageRow.alert_id == alert_id,
        MessageRow.to_person.is_(True),
        MessageRow.state != MessageState.CANCELLED,
    )
    return list(db.session.scalars(said.order_by(MessageRow.made_at)))


def last_said_to(staff_id: str, abouts: Collection[str], since: datetime) -> Said | None:
    """Return which of these texts a member of staff was sent last since then; None: none was."""
    found = db.session.execute(
        select(MessageRow.about, MessageRow.body)
        .where(
            MessageRow.staff_id == staff_id,
            MessageRow.about.in_(abouts),
            MessageRow.made_at >= since,
        )
        .order_by(MessageRow.made_at.desc())
        .limit(1)
    ).first()
    return Said(*found) if found else None


def last_rung_for(alert_id: str) -> datetime | None:
    """Return when staff were last told of an alert because it happened, or happened again.

    Steps that followed because nobody acted are not that.
    """
    told = [(telling_of(one.key).round, one.made_at) for one in _to_staff(alert_id)]
    newest = max((round_ for round_, _ in told), default=None)
    return min((at for round_, at in told if round_ == newest), default=None)


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


def texts_to_nobody(number: str, since: datetime) -> Sequence[MessageRow]:
    """Return the texts since then to a number that was nobody's here, in order."""
    return db.session.scalars(
        select(MessageRow)
        .where(
            MessageRow.person_id.is_(None),
            MessageRow.to_person.is_(True),
            MessageRow.address == number,
            MessageRow.made_at >= since,
        )
        .order_by(MessageRow.made_at)
    ).all()


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
    """Return when each check-in last wrote to the person: asked, reminded, or went on.

    That nobody who rings them is told is no turn of it: what they text then is still for the call.
    """
    rows = db.session.execute(
        select(MessageRow.check_in_id, func.max(MessageRow.made_at))
        .where(
            MessageRow.check_in_id.in_(check_in_ids),
            MessageRow.to_person.is_(True),
            MessageRow.about.not_in((OF_STAFF, "not_told")),
        )
        .group_by(MessageRow.check_in_id)
    )
    return {check_in_id: at for check_in_id, at in rows if check_in_id}
