"""What was raised about one person, to look back on: how often, and which of it was needed."""

from datetime import datetime

from sqlalchemy import func, select

from checkin.storage.tables import AlertRow, AlertStepRow, db


def raised_since(person_id: str, since: datetime) -> dict[str, int]:
    """Return how often each kind of alert was raised, and how often it came again while it was open."""
    rows = db.session.execute(
        select(AlertRow.kind, func.count() + func.sum(AlertRow.round))
        .where(AlertRow.person_id == person_id, AlertRow.opened_at >= since)
        .group_by(AlertRow.kind)
    )
    return {kind: int(number) for kind, number in rows}


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
