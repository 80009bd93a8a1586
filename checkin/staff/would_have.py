"""What another wait would have done to this person in the last twelve weeks."""

from collections.abc import Collection
from datetime import datetime, timedelta
from math import ceil

from checkin.agreements.effect import in_easy_words, would_have
from checkin.storage.last_check_ins import judged_needed, last_check_ins
from checkin.storage.tables import CheckInRow

TWELVE_WEEKS = timedelta(weeks=12)
NOTHING_YET = "There are no check-ins to look back on yet."


def effect_of(person_id: str, version_ids: Collection[str], wait: int | None, now: datetime) -> str:
    """Say it in one easy sentence: "If we wait 20 minutes, we would have rung you 4 times."."""
    rows = last_check_ins(person_id, now - TWELVE_WEEKS, now)
    past = [row for row in reversed(rows) if _counts(row, version_ids)]
    if not past or wait is None:
        return NOTHING_YET if not past else "Silence would raise no alert."
    asked_for = judged_needed(person_id)
    needed = {place for place, row in enumerate(past) if row.id in asked_for}
    return in_easy_words(would_have([_delay(row) for row in past], needed, wait))


def _counts(row: CheckInRow, version_ids: Collection[str]) -> bool:
    judged = row.agreement_version_id in version_ids and row.deadline_at is not None
    return judged and row.state in ("answered", "missed")


def _delay(row: CheckInRow) -> int | None:
    """Return how many minutes after the due time the answer came; a begun one counts whole."""
    answered_at = row.answered_at or row.answered_late_at
    return ceil((answered_at - row.due_at).total_seconds() / 60) if answered_at else None
