"""The latest check-ins of a person, and what was sent in them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from checkin.storage.tables import AlertRow, AlertStepRow, CheckInRow, db
from checkin.storage.which_check_ins import due_in


def last_check_ins(person_id: str, since: datetime, until: datetime) -> Sequence[CheckInRow]:
    """Return a person's check-ins due or begun in this time, the newest first."""
    newest_first = (CheckInRow.due_at.desc(), CheckInRow.key)
    return db.session.scalars(due_in(person_id, since, until).order_by(*newest_first)).all()


def judged_needed(person_id: str) -> set[str]:
    """Return the check-ins whose alert staff called needed, or too late, when they closed it."""
    found = db.session.scalars(
        select(AlertRow.check_in_id)
        .join(AlertStepRow, AlertStepRow.alert_id == AlertRow.id)
        .where(
            AlertRow.person_id == person_id,
            AlertRow.check_in_id.is_not(None),
            AlertStepRow.kind == "judged",
            AlertStepRow.words.in_(("needed", "too late")),
        )
    )
    return {check_in_id for check_in_id in found if check_in_id}
