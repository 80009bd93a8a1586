"""What happened to alerts: each step is kept, and its row moves with it and never without.

So what is kept of an alert is never silent; the record is told of each step too.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import case, exists, func, select

from checkin.lives.alert import Alert, StepKind
from checkin.lives.record import Entry, What, by_staff
from checkin.storage import facts, record
from checkin.storage.alert_life import stand, standing
from checkin.storage.tables import AlertRow, AlertStepRow, db, new_id
from checkin.storage.writing import insert_all

NONE: Mapping[str, str | None] = {}
TOLD = (AlertStepRow.kind == "telling") & AlertStepRow.staff_id.is_(None)


class AlertStep(NamedTuple):
    """One thing that happened to an alert; `to`: where it stands after, if it moved.

    `staff_id` None: Checkin itself. `raised`: what it says from now on. `said`: lines of
    what happened that it shows from now on, above those before; only of a step that moves it.
    """

    alert_id: str
    at: datetime
    kind: StepKind
    words: str = ""
    staff_id: str | None = None
    to: Alert | None = None
    raised: What | None = None
    said: tuple[str, ...] = ()


def add_steps(steps: Sequence[AlertStep], new: Mapping[str, str | None] = NONE) -> None:
    """Keep what happened to alerts, and where each stands after it.

    `new`: whom those are about that this transaction opened, and that have that step alone.
    """
    if not steps:
        return
    ids = {step.alert_id for step in steps} - new.keys()
    moving = {step.alert_id for step in steps if step.to is not None}
    rows = _held(moving)
    persons = {key: row.person_id for key, row in rows.items()} | _whose(ids - moving) | {**new}
    done = [step if step.to is None else _done(step, step.to, rows) for step in steps]
    db.session.flush()
    put_steps(done, persons, _last_numbers(ids) | dict.fromkeys(new, 1))


def _done(step: AlertStep, to: Alert, rows: Mapping[str, AlertRow]) -> AlertStep:
    """Let an alert's row move as its step says, and return the step with what the row says since."""
    row = rows[step.alert_id]
    level = row.level
    stand(row, to)
    says: dict[str, str | int | None] = {} if row.level == level else {"level": row.level}
    new = [line for line in step.said if line not in row.what]
    if new:
        row.what = [*new, *row.what]
        says["what"] = facts.as_said(row.what)
    return step._replace(raised=says) if says else step


def _held(ids: Collection[str]) -> Mapping[str, AlertRow]:
    held = select(AlertRow).where(AlertRow.id.in_(ids)).order_by(AlertRow.id).with_for_update()
    return {row.id: row for row in db.session.scalars(held)} if ids else {}


def _whose(ids: Collection[str]) -> dict[str, str | None]:
    """Return whom each of these is about, by its id; held too, so that steps have one order."""
    asked = select(AlertRow.id, AlertRow.person_id).where(AlertRow.id.in_(ids))
    held = asked.order_by(AlertRow.id).with_for_update()
    return {row.id: row.person_id for row in db.session.execute(held)} if ids else {}


def put_steps(
    steps: Sequence[AlertStep], persons: Mapping[str, str | None], last: dict[str, int]
) -> None:
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


def _entry(step: AlertStep, number: int, person_id: str | None) -> Entry:
    stands = standing(step.to) if step.to is not None else {}
    happened = facts.as_step(step.kind, step.words)
    what = {"number": number, **happened, **stands, **(step.raised or {})}
    by = by_staff(step.staff_id)
    return Entry(step.at, by, "alert_step", f"alert:{step.alert_id}", what, person_id)


def _last_numbers(alert_ids: set[str]) -> dict[str, int]:
    if not alert_ids:
        return {}
    found = db.session.execute(
        select(AlertStepRow.alert_id, func.max(AlertStepRow.number).label("newest"))
        .where(AlertStepRow.alert_id.in_(alert_ids))
        .group_by(AlertStepRow.alert_id)
    )
    return {row.alert_id: row.newest for row in found}


def who_cannot(alert_ids: Collection[str]) -> Mapping[str, Collection[str]]:
    """Return, for each of these alerts, who gave it back or refused it (ids)."""
    asked = select(AlertStepRow.alert_id, AlertStepRow.staff_id).where(
        AlertStepRow.alert_id.in_(alert_ids), AlertStepRow.kind == "given_back"
    )
    asked = asked.distinct()
    found: dict[str, set[str]] = {alert_id: set() for alert_id in alert_ids}
    for alert_id, staff_id in db.session.execute(asked):
        found[alert_id].add(staff_id or "")
    return found


def when_cannot(alert_ids: Collection[str], staff_id: str) -> Mapping[str, datetime]:
    """Return, of these alerts, when this one gave it back or refused it last (UTC)."""
    asked = (
        select(AlertStepRow.alert_id, func.max(AlertStepRow.at).label("at"))
        .where(
            AlertStepRow.alert_id.in_(alert_ids),
            AlertStepRow.kind == "given_back",
            AlertStepRow.staff_id == staff_id,
        )
        .group_by(AlertStepRow.alert_id)
    )
    return {row.alert_id: row.at for row in db.session.execute(asked)}


def written_at_closing(alert_ids: Collection[str]) -> Mapping[str, str]:
    """Return by alert the words with which one of staff closed it."""
    rows = select(AlertStepRow.alert_id, AlertStepRow.words).where(
        AlertStepRow.alert_id.in_(alert_ids),
        AlertStepRow.kind == "closed",
        AlertStepRow.staff_id.is_not(None),
    )
    return dict(db.session.execute(rows).all())


def says(alert_id: str, words: str, since: datetime) -> bool:
    """Say whether a step of an alert says just these words since then."""
    step = AlertStepRow
    so = exists().where(step.alert_id == alert_id, step.words == words, step.at >= since)
    return db.session.scalar(select(so)) or False


def steps_of(alert_id: str) -> Sequence[AlertStepRow]:
    """Return what happened to an alert, in order."""
    return db.session.scalars(
        select(AlertStepRow).where(AlertStepRow.alert_id == alert_id).order_by(AlertStepRow.number)
    ).all()


def newest_step(alert_id: str) -> AlertStepRow:
    """Return what happened to an alert last."""
    of_it = select(AlertStepRow).where(AlertStepRow.alert_id == alert_id)
    return db.session.scalars(of_it.order_by(AlertStepRow.number.desc()).limit(1)).one()


def kinds_of(alert_id: str) -> Collection[StepKind]:
    """Return which kinds of things happened to an alert."""
    kinds = select(AlertStepRow.kind).where(AlertStepRow.alert_id == alert_id)
    return set(db.session.scalars(kinds.distinct()))


def others_after(
    alert_id: str, number: int, staff_id: str, but: Collection[StepKind]
) -> Sequence[AlertStepRow]:
    """Return what others did after a step (its number), of any other kind than these, in order.

    A number that no step has yet: all that they did.
    """
    after = number if number <= newest_step(alert_id).number else 0
    return db.session.scalars(
        select(AlertStepRow)
        .where(
            AlertStepRow.alert_id == alert_id,
            AlertStepRow.number > after,
            AlertStepRow.kind.not_in(but),
            AlertStepRow.staff_id.is_distinct_from(staff_id),
        )
        .order_by(AlertStepRow.number)
    ).all()


def was_told_since(alert_id: str, staff_id: str) -> bool:
    """Say whether staff were told of it since this one of them did something about it last."""
    numbers = select(
        func.max(case((AlertStepRow.staff_id == staff_id, AlertStepRow.number), else_=0)),
        func.max(case((TOLD, AlertStepRow.number), else_=0)),
    ).where(AlertStepRow.alert_id == alert_id)
    did, told = db.session.execute(numbers).one()
    return (told or 0) > (did or 0)
