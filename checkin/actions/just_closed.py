"""A close that is pressed twice is one close: how somebody closed an alert within the last minute."""

from datetime import datetime, timedelta
from typing import NamedTuple

from checkin.storage import alert_steps, check_ins
from checkin.storage.tables import AlertRow, AlertStepRow

A_MINUTE = timedelta(minutes=1)


class Ending(NamedTuple):
    """All that a close says. `by` and `how` stand beside the check-in, where there is one."""

    said: str
    needed: str
    known_at: datetime | None
    by: str | None
    how: str | None


def just_closed(
    alert: AlertRow, staff_id: str, now: datetime, check_in_id: str | None
) -> Ending | None:
    """Return how they closed it just now; None where they did not.

    `check_in_id`: beside which it says who told us, if it says so.
    """
    steps = alert_steps.steps_of(alert.id)
    closed = next((one for one in steps if one.kind == "closed"), None)
    if closed is None or closed.staff_id != staff_id or now - closed.at > A_MINUTE:
        return None
    beside = check_ins.the_check_in(check_in_id) if check_in_id else None
    return Ending(
        closed.words,
        next((one.words for one in steps if _goes_with(one, closed)), ""),
        alert.known_at,
        beside.confirmed_by if beside else None,
        beside.confirmed_how if beside else None,
    )


def _goes_with(one: AlertStepRow, closed: AlertStepRow) -> bool:
    """Say whether it is what they judged as they closed it."""
    return one.kind == "judged" and one.at == closed.at
