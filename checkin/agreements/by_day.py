"""When what is for today, or planned, is told: at hours at which staff read it, never by the night.

What should be done by the end of a shift is said once more an hour before, while that shift is on;
what is late then, to whoever is on in the morning. Source: thresholds.md C.0 "Levels".
"""

from datetime import datetime, timedelta

from checkin.agreements.agreement import Cover
from checkin.agreements.cover import Hours
from checkin.conversation.flows.level import Level

BY_DAY: tuple[Level, ...] = ("today", "plan")
USUAL = Hours(Cover(), "Europe/London")
"""The hours of a house where nothing else was agreed."""
BEFORE_IT_IS_OVER = timedelta(hours=1)
PRESSES_FOR = timedelta(hours=8)
"""What should be done within a shift, at a time in the night, is work of that night."""


def told_at(
    level: Level, at: datetime, hours: Hours, now: datetime, do_by: datetime | None = None
) -> datetime:
    """Return when a step that is due then is told: in the night, as the day begins.

    Not what calls, nor what should itself be done at that time of this night.
    """
    begins = hours.wait_until(at)
    if level not in BY_DAY or begins is None:
        return at
    of_this_night = at == do_by and at - now <= PRESSES_FOR and at != hours.night_began(at)
    return at if of_this_night else begins


def reminded_at(do_by: datetime, hours: Hours) -> datetime:
    """Return when it is said once more that it should be done: an hour before that, or before the night."""
    at = do_by - BEFORE_IT_IS_OVER
    return hours.night_began(at) - BEFORE_IT_IS_OVER if hours.wait_until(at) else at


def is_time_to_remind(now: datetime, do_by: datetime | None, hours: Hours) -> bool:
    """Say whether it is soon over, and not yet."""
    return do_by is not None and reminded_at(do_by, hours) <= now < do_by
