"""Which check-ins are due, wait for a person, or come next."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Select, select

from checkin.agreements.expected import CheckInState
from checkin.lives.check_in_moved_by_staff import WITH_THEM
from checkin.storage.check_ins import waited_for
from checkin.storage.tables import CheckInRow, db

A_DAY = timedelta(days=1)


def planned_keys(since: datetime) -> set[str]:
    """Return the plan keys of all check-ins due from `since` on."""
    keys = db.session.scalars(select(CheckInRow.plan_key).where(CheckInRow.due_at >= since))
    return {key for key in keys if key}


def due(now: datetime, most: int) -> Sequence[CheckInRow]:
    """Claim check-ins whose `next_at` has come, the longest waiting first.

    Claimed rows belong to this transaction: other workers pass them by (alerts.md 2).
    """
    return db.session.scalars(
        select(CheckInRow)
        .where(CheckInRow.next_at.is_not(None), CheckInRow.next_at <= now)
        .order_by(CheckInRow.next_at)
        .limit(most)
        .with_for_update(skip_locked=True),
        execution_options={"populate_existing": True},
    ).all()


def waiting_for(person_id: str, now: datetime) -> Sequence[CheckInRow]:
    """Return what waits for a person on the tablet: due or nearly, or begun and not ended."""
    return db.session.scalars(
        select(CheckInRow)
        .where(
            CheckInRow.person_id == person_id,
            CheckInRow.channel == "tablet",
            waited_for(),
            CheckInRow.early_from <= now,
        )
        .order_by(CheckInRow.due_at)
    ).all()


def begun(check_in_ids: Collection[str]) -> Sequence[CheckInRow]:
    """Return those of these that have begun, to look at."""
    return db.session.scalars(
        select(CheckInRow).where(CheckInRow.id.in_(check_in_ids), CheckInRow.so_far.is_not(None))
    ).all()


def left_half_way(person_id: str, most: int) -> Sequence[CheckInRow]:
    """Return what was begun on the tablet and not sent in its time, the newest `most`, oldest first.

    That staff said they were with the person takes nothing from them that they began.
    """
    newest = db.session.scalars(
        select(CheckInRow)
        .where(
            CheckInRow.person_id == person_id,
            CheckInRow.channel == "tablet",
            CheckInRow.state.in_((CheckInState.MISSED, CheckInState.WITH_STAFF)),
            CheckInRow.sent_at.is_(None),
            CheckInRow.so_far.is_not(None),
            CheckInRow.turns > 0,
        )
        .order_by(CheckInRow.due_at.desc())
        .limit(most)
    )
    return list(newest)[::-1]


def hurts_left_on(device_id: str) -> Sequence[CheckInRow]:
    """Return, held, what tells of a hurt, was answered last on this device, and is not sent or told."""
    return db.session.scalars(
        select(CheckInRow)
        .where(
            CheckInRow.device_id == device_id,
            CheckInRow.hurt_at.is_not(None),
            CheckInRow.sent_at.is_(None),
            CheckInRow.left_told_at.is_(None),
        )
        .order_by(CheckInRow.id)
        .with_for_update()
    ).all()


def sent_since(person_ids: Collection[str], since: datetime) -> Sequence[CheckInRow]:
    """Return what these people sent since then and did not take back, in order."""
    return db.session.scalars(
        select(CheckInRow)
        .where(
            CheckInRow.person_id.in_(person_ids),
            CheckInRow.sent_at >= since,
            CheckInRow.taken_back_at.is_(None),
        )
        .order_by(CheckInRow.sent_at)
    ).all()


def text_check_ins(person_id: str, since: datetime, until: datetime) -> Sequence[CheckInRow]:
    """Return a person's check-ins by text that were due in this time, in order.

    They are held until the transaction ends: a reply and the look for silence take turns.
    """
    return _held(due_in(person_id, since, until).where(CheckInRow.channel == "text"))


def held_check_ins(person_id: str, since: datetime, until: datetime) -> Sequence[CheckInRow]:
    """Return all of them that were due in this time, held in the same way."""
    return _held(due_in(person_id, since, until))


def _held(which: Select[CheckInRow]) -> Sequence[CheckInRow]:
    return db.session.scalars(
        which.order_by(CheckInRow.due_at).with_for_update(),
        execution_options={"populate_existing": True},
    ).all()


def check_ins_of(person_id: str, since: datetime, until: datetime) -> Sequence[CheckInRow]:
    """Return all of a person's check-ins due in this time, in order."""
    return db.session.scalars(due_in(person_id, since, until).order_by(CheckInRow.due_at)).all()


def due_in(person_id: str, since: datetime, until: datetime) -> Select[CheckInRow]:
    """Return the question which check-ins of a person are due in this time."""
    return select(CheckInRow).where(
        CheckInRow.person_id == person_id,
        CheckInRow.due_at >= since,
        CheckInRow.due_at < until,
    )


def open_by_text(person_id: str) -> Sequence[CheckInRow]:
    """Return a person's conversations by text that were begun and are open, oldest first.

    One that was put off is among them: it hears what is said, and is asked again.
    """
    return db.session.scalars(
        select(CheckInRow)
        .where(
            CheckInRow.person_id == person_id,
            CheckInRow.channel == "text",
            waited_for(),
            CheckInRow.so_far.is_not(None),
        )
        .order_by(CheckInRow.due_at)
    ).all()


def said_with_them(person_id: str, since: datetime) -> Sequence[CheckInRow]:
    """Return of which check-ins staff said since then that they are with the person, the last one first."""
    return db.session.scalars(
        select(CheckInRow)
        .where(
            CheckInRow.person_id == person_id,
            CheckInRow.due_at >= since - A_DAY,
            CheckInRow.confirmed_how == WITH_THEM,
            CheckInRow.confirmed_at >= since,
        )
        .order_by(CheckInRow.confirmed_at.desc(), CheckInRow.id)
    ).all()


def next_text(person_id: str, now: datetime) -> CheckInRow | None:
    """Return the next check-in by text that is to come."""
    return db.session.scalar(
        select(CheckInRow)
        .where(
            CheckInRow.person_id == person_id,
            CheckInRow.channel == "text",
            CheckInRow.state == CheckInState.PLANNED,
            CheckInRow.due_at > now,
        )
        .order_by(CheckInRow.due_at)
        .limit(1)
    )


def told_by_text(check_in_ids: Collection[str], flow: str) -> Sequence[CheckInRow]:
    """Return which of these were told by text in this flow, which nothing had asked; the newest first."""
    return db.session.scalars(_told_by_text(flow).where(CheckInRow.id.in_(check_in_ids))).all()


def told_by_text_since(person_id: str, flow: str, since: datetime) -> Sequence[CheckInRow]:
    """Return what a person told so since then, whatever became of it; the newest first."""
    theirs = CheckInRow.person_id == person_id, CheckInRow.due_at >= since
    return db.session.scalars(_told_by_text(flow).where(*theirs)).all()


def _told_by_text(flow: str) -> Select[CheckInRow]:
    return (
        select(CheckInRow)
        .where(
            CheckInRow.asks == flow,
            CheckInRow.channel == "text",
            CheckInRow.plan_key.is_(None),
        )
        .order_by(CheckInRow.due_at.desc(), CheckInRow.id)
    )
