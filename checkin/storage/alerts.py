"""Alerts: opened once, taken by one, escalated until a human acts."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Select, case, func, insert, select, update

from checkin.storage.tables import AlertRow, AlertStepRow, db, new_id
from checkin.storage.writing import among, insert_new, rows_changed

LIVE = ("open", "claimed")


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


def put(rows: Sequence[Mapping[str, Any]]) -> set[str]:
    """Open alerts; one whose key or live group is there already is left alone.

    Return the ids of those that are new.
    """
    ready = [{"id": new_id(), **row} for row in rows]
    insert_new(AlertRow, ready)
    kept = select(AlertRow.id).where(AlertRow.id.in_([row["id"] for row in ready]))
    return set(db.session.scalars(kept))


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


def take(alert_id: str, staff_id: str, now: datetime, next_at: datetime) -> bool:
    """Let one member of staff take an open alert; False when another was first."""
    taken = rows_changed(
        update(AlertRow)
        .where(AlertRow.id == alert_id, AlertRow.state == "open")
        .values(
            state="claimed",
            taken_by=staff_id,
            taken_at=now,
            first_taken_at=func.coalesce(AlertRow.first_taken_at, now),
            next_at=next_at,
            v=AlertRow.v + 1,
        )
    )
    return taken == 1


def add_steps(steps: Sequence[Mapping[str, Any]]) -> None:
    """Add what happened to alerts: mappings of alert_id, at, staff_id, kind, words.

    Each step carries the hash of the one before, so that a missing one shows (trust.md row 21).
    """
    last = _last_steps(_held({step["alert_id"] for step in steps}))
    rows = []
    for step in steps:
        number, before = last.get(step["alert_id"], (0, ""))
        row = {"id": new_id(), "number": number + 1, **step}
        row["hash"] = step_hash(before, row)
        last[step["alert_id"]] = (number + 1, row["hash"])
        rows.append(row)
    if rows:
        db.session.execute(insert(AlertStepRow), rows)


def step_hash(before: str, step: Mapping[str, Any]) -> str:
    """Return the hash of a step chained to the one before it."""
    at = step["at"].astimezone(UTC).isoformat()  # as it is read back, whoever's zone it was in
    parts = (before, step["alert_id"], at, step["kind"], step["words"])
    return hashlib.sha256("\x1f".join((*parts, step["staff_id"] or "")).encode()).hexdigest()


def _held(alert_ids: set[str]) -> set[str]:
    """Hold these alerts until the transaction ends, so that nobody else adds a step meanwhile."""
    held = select(AlertRow.id).where(AlertRow.id.in_(alert_ids)).order_by(AlertRow.id)
    return set(db.session.scalars(held.with_for_update()))


def _last_steps(alert_ids: set[str]) -> dict[str, tuple[int, str]]:
    newest = (
        select(AlertStepRow.alert_id, func.max(AlertStepRow.number).label("number"))
        .where(AlertStepRow.alert_id.in_(alert_ids))
        .group_by(AlertStepRow.alert_id)
        .subquery()
    )
    rows = db.session.execute(
        select(AlertStepRow.alert_id, AlertStepRow.number, AlertStepRow.hash).join(
            newest,
            (newest.c.alert_id == AlertStepRow.alert_id) & (newest.c.number == AlertStepRow.number),
        )
    )
    return {row.alert_id: (row.number, row.hash) for row in rows}


def steps_of(alert_id: str) -> Sequence[AlertStepRow]:
    """Return what happened to an alert, in order."""
    return db.session.scalars(
        select(AlertStepRow).where(AlertStepRow.alert_id == alert_id).order_by(AlertStepRow.number)
    ).all()


def alerts_of_houses(
    house_ids: Sequence[str], states: Sequence[str] = LIVE, most: int = 200
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
        .order_by(place, AlertRow.opened_at, AlertRow.id)
        .offset(after)
        .limit(most)
    ).all()


def alerts_of_person(person_id: str, most: int = 50, after: int = 0) -> Sequence[AlertRow]:
    """Return a person's alerts, the newest first; without the first `after` of them."""
    return db.session.scalars(
        select(AlertRow)
        .where(AlertRow.person_id == person_id)
        .order_by(AlertRow.opened_at.desc(), AlertRow.id)
        .offset(after)
        .limit(most)
    ).all()


def alerts_of_check_in(check_in_id: str) -> Sequence[AlertRow]:
    """Return the alerts that one check-in raised."""
    return db.session.scalars(select(AlertRow).where(AlertRow.check_in_id == check_in_id)).all()


def change(alert_id: str, **fields: Any) -> None:
    """Change where an alert stands."""
    db.session.execute(
        update(AlertRow).where(AlertRow.id == alert_id).values(v=AlertRow.v + 1, **fields)
    )


def change_many(changes: Sequence[Mapping[str, Any]]) -> None:
    """Change many alerts at once; each mapping holds the id and what changes."""
    if changes:
        db.session.execute(update(AlertRow), list(changes))
