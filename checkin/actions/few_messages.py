"""Many alerts at once: one message to each member of staff, that says how many there are.

After an outage of ours staff get few messages, never a burst (alerts.md 7).
"""

from collections import defaultdict
from collections.abc import Sequence

from checkin.actions.telling import TAKE_IT
from checkin.installation import here
from checkin.lives.new_message import ContactPoint, NewMessage

MOST_AT_ONCE = 3


def as_few(rows: Sequence[NewMessage]) -> list[NewMessage]:
    """Return what is to be sent at one moment; more than three to one contact point become one."""
    by_address: dict[ContactPoint, list[NewMessage]] = defaultdict(list)
    for row in rows:
        by_address[row.to].append(row)
    return [
        message
        for same in by_address.values()
        for message in (same if len(same) <= MOST_AT_ONCE else [_one(same)])
    ]


def _one(rows: Sequence[NewMessage]) -> NewMessage:
    """Name the most pressing, and how many more; whoever takes that one leaves the others."""
    first = min(rows, key=lambda row: row.urgency)
    said = first.body.partition(TAKE_IT)[0]
    link = here().addresses.alerts()
    return first._replace(
        key=f"{first.key}:and-{len(rows) - 1}-more",
        about="tell_staff_many",
        person_id=None,
        alert_id=None,
        body=f"{said} And {len(rows) - 1} more. Take them: {link}",
    )
