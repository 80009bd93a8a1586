"""What an alert is called: its title, and its day where that is not today's."""

from datetime import datetime

from checkin.agreements.times import local
from checkin.wording import short_date


def named(title: str, opened_at: datetime, now: datetime, zone: str) -> str:
    """Return its name: "Dev did not answer: leave, due 09:15. Tue 20 Oct." on any later day."""
    day = local(opened_at, zone).date()
    return title if day == local(now, zone).date() else f"{title} {short_date(day)}."
