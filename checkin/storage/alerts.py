"""Alerts: opened once, and found again by whoever must act.

How one moves is decided in `lives`; its row changes only together with a step that says what
happened (alert_steps).
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Select, func, select

from checkin.lives.alert import LIVE, state_of
from checkin.storage.alert_steps import AlertStep, put_steps
from checkin.storage.facts import as_raised
from checkin.storage.new_alert import NewAlert
from checkin.storage.tables import AlertRow, db
from checkin.storage.writing import among, insert_new


def alert(alert_id: str) -> AlertRow | None:
    """Return one alert."""
    return db.session.get(AlertRow, alert_id)


def the_alert(alert_id: str) -> AlertRow:
    """Return one alert as it is in the database now, held until the transaction ends."""
    return db.session.get_one(AlertRow, alert_id, populate_existing=True, with_for_update=True)


def alerts_by_id(alert_ids: Collection[str]) -> Sequence[AlertRow]:
    """Return these alerts, those that there are."""
    return db.session.scalars(select(AlertRow).where(AlertRow.id.in_(alert_ids))).all()


def alert_with_key(key: str) -> AlertRow | None:
    """Return the alert that this happening raised."""
    return db.session.scalar(select(AlertRow).where(AlertRow.key == key))


def keys_among(keys: Sequence[str]) -> set[str]:
    """Return which of these happenings raised an alert, in one question."""
    if not keys:
        return set()
    return set(db.session.scalars(select(AlertRow.key).where(AlertRow.key.in_(keys))))


def raised_in_group(group_key: str) -> int:
    """Return how many alerts of a group there have been, live or not."""
    asked = select(func.count()).where(AlertRow.group_key == group_key)
    return db.session.scalar(asked) or 0


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
    insert_new(AlertRow, [_as_row(one) for one in new])
    asked = select(AlertRow.id).where(AlertRow.id.in_([one.id for one in new]))
    kept = set(db.session.scalars(asked))
    opened = [
        AlertStep(
            one.id,
            one.opened_at,
            "opened",
            one.title,
            to=one.life,
            raised=as_raised(one),
        )
        for one in new
        if one.id in kept
    ]
    put_steps(opened, {one.id: one.person_id for one in new}, {})
    return kept


def _as_row(new: NewAlert) -> dict[str, object]:
    return {**new._asdict(), "state": state_of(new.life)}


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
