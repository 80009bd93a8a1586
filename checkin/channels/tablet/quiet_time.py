"""Quiet time: some minutes of every day in which this tablet makes no sound and asks nothing.

Source: scenarios.md A02.
"""

from datetime import datetime, timedelta

from checkin.agreements.times import local
from checkin.storage.tables import PersonRow


def quiet_until(person: PersonRow, now: datetime, zone: str) -> datetime | None:
    """Return when a person's quiet time ends, as the clock on the wall shows it; None: it is over."""
    if person.quiet_from is None or person.quiet_minutes is None:
        return None
    here = local(now, zone)
    begins = datetime.combine(here.date(), person.quiet_from, here.tzinfo)
    ends = begins + timedelta(minutes=person.quiet_minutes)
    return ends if begins <= here < ends else None
