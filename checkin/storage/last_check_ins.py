"""The latest check-ins of a person, and what was sent in them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from checkin.storage.tables import AlertRow, AlertStepRow, CheckInRow, db
from checkin.storage.which_check_ins import due_in

NEEDED = ("needed", "too late")


def last_check_ins(person_id: str, since: datetime, until: datetime) -> Sequence[CheckInRow]:
    """Return a person's check-ins due or begun in this time, the newest first."""
    newest_first = (CheckInRow.due_at.desc(), CheckInRow.key)
    return db.session.scalars(due_in(person_id, since, until).order_by(*newest_first)).all()


def missed_since(person_ids: Sequence[str], since: datetime) -> Sequence[CheckInRow]:
    """Return which check-ins of these people were missed since then, in order."""
    return db.session.scalars(
        select(CheckInRow)
        .where(
            CheckInRow.person_id.in_(person_ids),
            CheckInRow.state == "missed",
            CheckInRow.missed_at >= since,
        )
        .order_by(CheckInRow.missed_at, CheckInRow.key)
    ).all()


def judged(person_id: str) -> dict[str, bool]:
    """Return the check-ins of which staff said whether the alert was needed as they closed it.

    Too late is needed; of several alerts, one that was is enough.
    """
    rows = db.session.execute(
        select(AlertRow.check_in_id, AlertStepRow.words)
        .join(AlertStepRow, AlertStepRow.alert_id == AlertRow.id)
        .where(
            AlertRow.person_id == person_id,
            AlertRow.check_in_id.is_not(None),
            AlertStepRow.kind == "judged",
        )
    )
    found: dict[str, bool] = {}
    for check_in_id, words in rows:
        key = check_in_id or ""
        found[key] = found.get(key, False) or words in NEEDED
    return found
