"""What was raised about one person, to look back on: when, and which of it was needed."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select

from checkin.storage.last_check_ins import NEEDED
from checkin.storage.tables import AlertRow, AlertStepRow, db


class RaisedBefore(NamedTuple):
    """One time that a kind of alert was raised from a check-in (None: from none)."""

    kind: str
    check_in_id: str | None
    at: datetime


def raised_since(person_id: str, since: datetime) -> list[RaisedBefore]:
    """Return each time an alert was raised since then, or the same came again while it was open.

    Words that joined one are not it again.
    """
    of_theirs = select(AlertRow.kind, AlertRow.check_in_id).where(AlertRow.person_id == person_id)
    raised = of_theirs.add_columns(AlertRow.opened_at).where(AlertRow.opened_at >= since)
    again = (
        of_theirs.add_columns(AlertStepRow.at)
        .join(AlertStepRow, AlertStepRow.alert_id == AlertRow.id)
        .where(AlertStepRow.kind == "again", AlertStepRow.at >= since)
    )
    rows = [*db.session.execute(raised), *db.session.execute(again)]
    return [RaisedBefore(*row) for row in rows]


def judged_since(person_id: str, since: datetime) -> dict[str, bool]:
    """Return the keys of the alerts of which staff said whether they were needed; too late is."""
    rows = db.session.execute(
        select(AlertRow.key, AlertStepRow.words)
        .join(AlertStepRow, AlertStepRow.alert_id == AlertRow.id)
        .where(
            AlertRow.person_id == person_id,
            AlertRow.opened_at >= since,
            AlertStepRow.kind == "judged",
        )
    )
    return {key: words in NEEDED for key, words in rows}
