"""Times as the staff pages say them."""

from datetime import datetime, timedelta

from checkin.agreements.times import in_words, local
from checkin.wording import short_date

ZONE = "Europe/London"


MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def clock_time(moment: datetime, zone: str = ZONE) -> str:
    """Return 10:20; in the night the clocks go back also which 01:30 it was."""
    return in_words(moment, zone)


def when(moment: datetime | None, now: datetime, zone: str = ZONE) -> str:
    """Return 10:20 for today, and the day with it for any other day."""
    if moment is None:
        return ""
    there = local(moment, zone)
    if there.date() == local(now, zone).date():
        return clock_time(moment, zone)
    return f"{short_date(there.date())}, {clock_time(moment, zone)}"


def at(moment: datetime | None, now: datetime, zone: str = ZONE) -> str:
    """Return "at 10:20" for today, and "on Thu 22 Oct at 10:20" for any other day."""
    if moment is None:
        return ""
    there = local(moment, zone)
    clock = f"at {clock_time(moment, zone)}"
    today = there.date() == local(now, zone).date()
    return clock if today else f"on {short_date(there.date())} {clock}"


def ago(moment: datetime, now: datetime) -> str:
    """Return how long ago, as one would say it."""
    gone = now - moment
    if gone < MINUTE:
        return "just now"
    if gone < HOUR:
        return _counted(gone // MINUTE, "minute") + " ago"
    if gone < DAY:
        return _counted(gone // HOUR, "hour") + " ago"
    return _counted(gone // DAY, "day") + " ago"


def minutes(number: int) -> str:
    """Return 1 minute, 20 minutes."""
    return _counted(number, "minute")


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
