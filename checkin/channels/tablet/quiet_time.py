"""Quiet time: some minutes of every day in which this tablet makes no sound and asks nothing.

Kept in `PersonRow.profile` as `quiet_from` ("08:30") and `quiet_minutes`. Source: scenarios.md A02.
"""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from checkin.agreements.times import local


def quiet_until(kept: Mapping[str, Any], now: datetime, zone: str) -> datetime | None:
    """Return when a person's quiet time ends, as the clock on the wall shows it; None: it is over."""
    start, minutes = kept.get("quiet_from"), kept.get("quiet_minutes")
    if not start or not minutes:
        return None
    here = local(now, zone)
    begins = datetime.combine(here.date(), time.fromisoformat(start), here.tzinfo)
    ends = begins + timedelta(minutes=minutes)
    return ends if begins <= here < ends else None
