"""Many alerts at once: one message to each member of staff, that says how many there are.

After an outage of ours staff get few messages, never a burst (alerts.md 7).
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from checkin.actions.telling import TAKE_IT
from checkin.installation import here

MOST_AT_ONCE = 3


def as_few(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what is to be sent at one moment; more than three to one number become one."""
    by_number: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_number[row["channel"], row["number"]].append(row)
    return [
        message
        for same in by_number.values()
        for message in (same if len(same) <= MOST_AT_ONCE else [_one(same)])
    ]


def _one(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Name the most pressing, and how many more; whoever takes that one leaves the others."""
    first = min(rows, key=lambda row: row["urgency"])
    said = first["body"].partition(TAKE_IT)[0]
    link = here().addresses.alerts()
    return {
        **first,
        "key": f"{first['key']}:and-{len(rows) - 1}-more",
        "about": "tell_staff_many",
        "person_id": None,
        "alert_id": None,
        "body": f"{said} And {len(rows) - 1} more. Take them: {link}",
    }
