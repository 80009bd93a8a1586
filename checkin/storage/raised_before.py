"""What was raised about one person, to look back on: how often, and which of it was needed."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select

from checkin.storage.tables import AlertRow, AlertStepRow, db


class RaisedBefore(NamedTuple):
    """How often a kind of alert was raised from one check-in (None: from none)."""

    kind: str
    check_in_id: str | None
    times: int


def raised_since(person_id: str, since: datetime) -> list[RaisedBefore]:
    """Return how often each kind of alert was raised, and how often it came again while it was open."""
    rows = db.session.execute(
        select(AlertRow.kind, AlertRow.check_in_id, func.count() + func.sum(AlertRow.round))
        .where(AlertRow.person_id == person_id, AlertRow.opened_at >= since)
        .group_by(AlertRow.kind, AlertRow.check_in_id)
    )
    return [RaisedBefore(kind, check_in_id, int(times)) for kind, check_in_id, times in rows]


def needed_again(person_id: str, since: datetime) -> set[str]:
    """Return the keys of the alerts that staff called needed, or too late, when they closed them."""
    return set(
        db.session.scalars(
            select(AlertRow.key)
            .join(AlertStepRow, AlertStepRow.alert_id == AlertRow.id)
            .where(
                AlertRow.person_id == person_id,
                AlertRow.opened_at >= since,
                AlertStepRow.kind == "judged",
                AlertStepRow.words.in_(("needed", "too late")),
            )
        )
    )
