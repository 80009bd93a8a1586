"""What an agreement would have done with a person's own last twelve weeks: worked out when it is read."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from math import ceil

from checkin.actions.calls import FOR_HELP
from checkin.agreements.agreement import Agreement
from checkin.agreements.counted import steps_counted
from checkin.agreements.looking_back import Past, looking_back
from checkin.lives.alert_due import SAME_BREATH
from checkin.storage import history
from checkin.storage.kept_from import confided
from checkin.storage.last_check_ins import judged, last_check_ins
from checkin.storage.raised_before import judged_since, raised_since
from checkin.storage.tables import CheckInRow

TWELVE_WEEKS = timedelta(weeks=12)
ALL = 1000  # answers to one step in that time


def look_back(agreement: Agreement, version_ids: Collection[str], now: datetime) -> tuple[str, ...]:
    """Return a sentence for each of its thresholds. `version_ids`: all of the same agreement."""
    return looking_back(agreement, _past(agreement, version_ids, now))


def _past(agreement: Agreement, version_ids: Collection[str], now: datetime) -> Past:
    person_id, since = agreement.person, now - TWELVE_WEEKS
    rows = last_check_ins(person_id, since, now)
    past = [row for row in reversed(rows) if _counts(row, version_ids)]
    said = judged(person_id)
    steps = dict.fromkeys(steps_counted([agreement]), ALL)
    answers = history.history(person_id, steps)
    return Past(
        delays=tuple(_delay(row) for row in past),
        needed=frozenset(place for place, row in enumerate(past) if said.get(row.id) is True),
        not_needed=frozenset(place for place, row in enumerate(past) if said.get(row.id) is False),
        answers={key: [one for one in each if one.at >= since] for key, each in answers.items()},
        judged=judged_since(person_id, since),
        asked=_asked(person_id, since),
    )


def _asked(person_id: str, since: datetime) -> dict[str, int]:
    """Count what they asked for; what was told in confidence stands in no count but that of help."""
    raised = raised_since(person_id, since)
    apart = confided({one.check_in_id for one in raised if one.check_in_id})
    moments: defaultdict[str, list[datetime]] = defaultdict(list)
    for one in raised:
        if one.kind in FOR_HELP or one.check_in_id not in apart:
            moments[one.kind].append(one.at)
    return {kind: _times(each) for kind, each in moments.items()}


def _times(moments: Iterable[datetime]) -> int:
    """Count how often staff were told: pressed twice in one breath, it is once."""
    told: list[datetime] = []
    for at in sorted(moments):
        if not told or at - told[-1] > SAME_BREATH:
            told.append(at)
    return len(told)


def _counts(row: CheckInRow, version_ids: Collection[str]) -> bool:
    judged = row.agreement_version_id in version_ids and row.deadline_at is not None
    return judged and row.state in ("answered", "missed")


def _delay(row: CheckInRow) -> int | None:
    """Return how many minutes after the due time the answer came; a begun one counts whole."""
    answered_at = row.answered_at or row.answered_late_at
    return ceil((answered_at - row.due_at).total_seconds() / 60) if answered_at else None
