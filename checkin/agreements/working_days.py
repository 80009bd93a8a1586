"""Monday to Friday, without the bank holidays of England (`holidays` knows them, year by year)."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from holidays import country_holidays

from checkin.agreements.times import local, moment

DAY = timedelta(days=1)
SATURDAY = 5  # date.weekday()
YEARS_AT_HAND = 16


@lru_cache(maxsize=YEARS_AT_HAND)
def bank_holidays(year: int) -> frozenset[date]:
    """Return the weekdays of a year on which offices in England are shut."""
    shut = country_holidays("GB", subdiv="ENG", years=year)
    return frozenset(day for day in shut if day.weekday() < SATURDAY)


def is_working_day(day: date) -> bool:
    """Say whether offices in England are open that day."""
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year)


def after_working_days(day: date, number: int) -> date:
    """Return the day that lies `number` working days after `day`; Friday + 1 is Monday."""
    while number > 0:
        day += DAY
        number -= is_working_day(day)
    return day


def working_days_on(now: datetime, number: int, zone: str) -> datetime:
    """Return the same time of day `number` working days on, as clocks show it in that zone."""
    here = local(now, zone).replace(second=0, microsecond=0)
    return moment(after_working_days(here.date(), number), here.time(), zone)
