"""Alerts: opened once, taken by one, escalated until a human acts.

How one moves is decided in `lives`; here its row is read as a life. A row changes only together
with a step that says what happened, so that what is kept of it is never silent.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import Select, case, func, select

from checkin.agreements.reached import About
from checkin.conversation.flows.flow import Level
from checkin.lives.alert import (
    LIVE,
    Alert,
    AlertState,
    Cancelled,
    Claimed,
    Closed,
    Live,
    Open,
    StepKind,
    state_of,
)
from checkin.lives.record import Entry, What, by_staff, digest
from checkin.storage import record
from checkin.storage.tables import AlertRow, AlertStepRow, MessageRow, db, new_id
from checkin.storage.writing import among, insert_all, insert_new


@dataclass(frozen=True, slots=True)
class NewAlert:
    """An alert to be opened: what happened, to whom, and what was agreed about it."""

    id: str
    key: str
    group_key: str
    kind: str
    level: Level
    about: About
    task: bool
    house_id: str
    person_id: str
    check_in_id: str | None
    agreement_version_id: str | None
    title: str
    what: tuple[str, ...]
    agreed_words: str
    said_privately: bool
    for_staff: str | None
    do_by: datetime | None
    next_at: datetime
    opened_at: datetime


_NEW = tuple(one.name for one in fields(NewAlert))
_in_order = attrgetter(*_NEW)


@dataclass(frozen=True, slots=True)
class AlertStep:
    """One thing that happened to an alert; `to`: where it stands after, if it moved.

    `staff_id` None: Checkin itself.
    """

    alert_id: str
    at: datetime
    kind: StepKind
    words: str = ""
    staff_id: str | None = None
    to: Alert | None = None


def life_of(row: AlertRow) -> Alert:
    """Return where an alert stands in its life."""
    match row.state, row.next_at:
        case "open", datetime() as due:
            return Open(row.level, row.task, row.step, row.round, due)
        case "claimed", datetime() as due:
            owner, since = row.taken_by or "", row.taken_at or row.opened_at
            return Claimed(row.level, row.task, row.step, row.round, due, owner, since)
        case "cancelled", _:
            return Cancelled(row.outcome or "", row.closed_at or row.opened_at)
        case _:
            return Closed(row.outcome or "", row.closed_at or row.opened_at, row.known_at)


def live(row: AlertRow) -> Live:
    """Return where an alert stands that was asked for among the live ones."""
    life = life_of(row)
    if isinstance(life, Closed | Cancelled):
        raise TypeError(f"Alert {row.id} is {row.state}: ask for it where it is live.")
    return life


def alert(alert_id: str) -> AlertRow | None:
    """Return one alert."""
    return db.session.get(AlertRow, alert_id)


def the_alert(alert_id: str) -> AlertRow:
    """Return one alert as it is in the database now, held until the transaction ends."""
    return db.session.get_one(AlertRow, alert_id, populate_existing=True, with_for_update=True)


def alert_with_key(key: str) -> AlertRow | None:
    """Return the alert that this happening raised."""
    return db.session.scalar(select(AlertRow).where(AlertRow.key == key))


def keys_among(keys: Sequence[str]) -> set[str]:
    """Return which of these happenings raised an alert, in one question."""
    if not keys:
        return set()
    return set(db.session.scalars(select(AlertRow.key).where(AlertRow.key.in_(keys))))


def live_in_group(group_key: str) -> AlertRow | None:
    """Return the open or taken alert that a like happening joins."""
    return db.session.scalar(_live_in_group(group_key))


def held_in_group(group_key: str) -> AlertRow | None:
    """Return it so that nobody closes it before the transaction ends."""
    return db.session.scalar(
        _live_in_group(group_key).with_for_update(),
        execution_options={"populate_existing": True},
    )


def _live_in_group(group_key: str) -> Select[AlertRow]:
    return select(AlertRow).where(AlertRow.group_key == group_key, among(AlertRow.state, LIVE))


def put(new: Sequence[NewAlert]) -> set[str]:
    """Open alerts; one whose key or live group is there already is left alone.

    Return the ids of those that are new.
    """
    state: AlertState = "open"
    insert_new(
        AlertRow, [{**dict(zip(_NEW, _in_order(one), strict=True)), "state": state} for one in new]
    )
    asked = select(AlertRow.id).where(AlertRow.id.in_([one.id for one in new]))
    kept = set(db.session.scalars(asked))
    opened = [_opened(one) for one in new if one.id in kept]
    _insert(opened, {one.id: one.person_id for one in new}, {})
    return kept


def _opened(new: NewAlert) -> AlertStep:
    life = Open(new.level, new.task, 0, 0, new.next_at)
    return AlertStep(new.id, new.opened_at, "opened", new.title, to=life)


def due(now: datetime, most: int) -> Sequence[AlertRow]:
    """Claim live alerts whose next step has come, the most pressing first."""
    return db.session.scalars(
        select(AlertRow)
        .where(among(AlertRow.state, LIVE), AlertRow.next_at <= now)
        .order_by(AlertRow.next_at)
        .limit(most)
        .with_for_update(skip_locked=True),
        execution_options={"populate_existing": True},
    ).all()


def add_steps(steps: Sequence[AlertStep]) -> None:
    """Keep what happened to alerts, and where each stands after it."""
    if not steps:
        return
    ids = {step.alert_id for step in steps}
    moving = {step.alert_id for step in steps if step.to is not None}
    rows = _held(moving)
    persons = {key: row.person_id for key, row in rows.items()} | _whose(ids - moving)
    for step in steps:
        if step.to is not None:
            _stand(rows[step.alert_id], step.to)
    db.session.flush()
    _insert(steps, persons, _last_numbers(ids))


def _held(ids: Collection[str]) -> Mapping[str, AlertRow]:
    held = select(AlertRow).where(AlertRow.id.in_(ids)).order_by(AlertRow.id).with_for_update()
    return {row.id: row for row in db.session.scalars(held)} if ids else {}


def _whose(ids: Collection[str]) -> dict[str, str]:
    """Return whom each of these is about, by its id; held too, so that steps have one order."""
    asked = select(AlertRow.id, AlertRow.person_id).where(AlertRow.id.in_(ids))
    held = asked.order_by(AlertRow.id).with_for_update()
    return {row.id: row.person_id for row in db.session.execute(held)} if ids else {}


def _stand(row: AlertRow, to: Alert) -> None:
    row.v += 1
    for name, value in _as_kept(to).items():
        setattr(row, name, value)
    if isinstance(to, Claimed):
        row.first_taken_at = row.first_taken_at or to.since


def _as_kept(to: Alert) -> Mapping[str, Any]:
    state: AlertState
    match to:
        case Open():
            state, owner, since = "open", None, None
        case Claimed():
            state, owner, since = "claimed", to.owner, to.since
        case Closed():
            state = "closed"
            ended = {"outcome": to.outcome, "closed_at": to.at, "known_at": to.known_at}
            return {"state": state, "next_at": None, **ended}
        case _:
            state = "cancelled"
            ended = {"outcome": to.reason, "closed_at": to.at}
            return {"state": state, "next_at": None, **ended}
    going_on = {"step": to.step, "round": to.round, "next_at": to.next_at}
    return {"state": state, **going_on, "taken_by": owner, "taken_at": since}


def _insert(steps: Sequence[AlertStep], persons: Mapping[str, str], last: dict[str, int]) -> None:
    """Add steps, and to the record what each did. `persons`: whom each alert is about."""
    rows, entries = [], []
    for step in steps:
        last[step.alert_id] = number = last.get(step.alert_id, 0) + 1
        rows.append({
            "id": new_id(), "alert_id": step.alert_id, "number": number, "at": step.at,
            "staff_id": step.staff_id, "kind": step.kind, "words": step.words,
        })  # fmt: skip
        entries.append(_entry(step, number, persons[step.alert_id]))
    insert_all(AlertStepRow, rows)
    record.note(entries)


def _entry(step: AlertStep, number: int, person_id: str) -> Entry:
    what: What = {"number": number, "step": step.kind, "words": digest(step.words)}
    if step.to is not None:
        what = {**what, **standing(step.to)}
    by = by_staff(step.staff_id)
    return Entry(step.at, by, "alert_step", f"alert:{step.alert_id}", what, person_id)


def standing(life: Alert) -> What:
    """Return where an alert stands, as the record says it."""
    state = state_of(life)
    match life:
        case Closed():
            return {"state": state, "outcome": life.outcome}
        case Cancelled():
            return {"state": state, "outcome": life.reason}
        case _:
            due = life.next_at.astimezone(UTC).isoformat()
    owner = life.owner if isinstance(life, Claimed) else None
    return {"state": state, "at_step": life.step, "round": life.round, "due": due, "owner": owner}


def _last_numbers(alert_ids: set[str]) -> dict[str, int]:
    found = db.session.execute(
        select(AlertStepRow.alert_id, func.max(AlertStepRow.number).label("newest"))
        .where(AlertStepRow.alert_id.in_(alert_ids))
        .group_by(AlertStepRow.alert_id)
    )
    return {row.alert_id: row.newest for row in found}


def steps_of(alert_id: str) -> Sequence[AlertStepRow]:
    """Return what happened to an alert, in order."""
    return db.session.scalars(
        select(AlertStepRow).where(AlertStepRow.alert_id == alert_id).order_by(AlertStepRow.number)
    ).all()


def alerts_of_houses(
    house_ids: Sequence[str], states: Sequence[AlertState] = LIVE, most: int = 200
) -> Sequence[AlertRow]:
    """Return the alerts of these houses, the newest first."""
    return db.session.scalars(
        select(AlertRow)
        .where(AlertRow.house_id.in_(house_ids), AlertRow.state.in_(states))
        .order_by(AlertRow.opened_at.desc())
        .limit(most)
    ).all()


def pressing_alerts(
    house_ids: Sequence[str], levels: Sequence[str], most: int, after: int = 0
) -> Sequence[AlertRow]:
    """Return live alerts of these houses in order of `levels`, the longest waiting first.

    `after`: how many of them to leave out, for whoever has read those.
    """
    place = case({level: number for number, level in enumerate(levels)}, value=AlertRow.level)
    return db.session.scalars(
        select(AlertRow)
        .where(AlertRow.house_id.in_(house_ids), AlertRow.state.in_(LIVE))
        .order_by(place, AlertRow.opened_at, AlertRow.title, AlertRow.id)
        .offset(after)
        .limit(most)
    ).all()


def alerts_of_person(person_id: str, most: int = 50, after: int = 0) -> Sequence[AlertRow]:
    """Return a person's alerts, the newest first; without the first `after` of them."""
    return db.session.scalars(
        select(AlertRow)
        .where(AlertRow.person_id == person_id)
        .order_by(AlertRow.opened_at.desc(), AlertRow.title, AlertRow.id)
        .offset(after)
        .limit(most)
    ).all()


def live_of_person(person_id: str) -> Sequence[AlertRow]:
    """Return the alerts about a person that nobody has closed, work to do left out."""
    return db.session.scalars(
        select(AlertRow)
        .where(
            AlertRow.person_id == person_id,
            among(AlertRow.state, LIVE),
            AlertRow.about == "person",
            AlertRow.task.is_(False),
        )
        .order_by(AlertRow.opened_at)
    ).all()


def told_to(staff_id: str) -> list[tuple[AlertRow, datetime]]:
    """Return the live alerts that a member of staff was told of, each with when last."""
    told = (
        select(MessageRow.alert_id, func.max(MessageRow.sent_at).label("at"))
        .where(MessageRow.staff_id == staff_id, MessageRow.sent_at.is_not(None))
        .group_by(MessageRow.alert_id)
        .subquery()
    )
    rows = db.session.execute(
        select(AlertRow, told.c.at)
        .join(told, told.c.alert_id == AlertRow.id)
        .where(among(AlertRow.state, LIVE))
        .order_by(told.c.at)
    )
    return [(alert, at) for alert, at in rows]


def alerts_of_check_in(check_in_id: str) -> Sequence[AlertRow]:
    """Return the alerts that one check-in raised."""
    return db.session.scalars(select(AlertRow).where(AlertRow.check_in_id == check_in_id)).all()
