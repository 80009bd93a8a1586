"""Plain days and times, as they are said to people here, in their language."""

from datetime import date, datetime, time
from functools import lru_cache

from babel.dates import format_date, format_time

LANGUAGE = "en_GB"
DAYS_IN_A_WEEK = 7
TODAY = "today"


def plain_time(moment: datetime | time, language: str = LANGUAGE) -> str:
    """Return a wall-clock time as a text says it: 09:37."""
    return _minute(time(moment.hour, moment.minute), language)


@lru_cache(maxsize=24 * 60)  # one minute is said in the texts of a whole batch
def _minute(wall: time, language: str) -> str:
    return format_time(wall, "HH:mm", locale=language)


def plain_day(day: date, language: str = LANGUAGE) -> str:
    """Return the name of a day: Tuesday."""
    return format_date(day, "EEEE", locale=language)


def plain_date(day: date, language: str = LANGUAGE) -> str:
    """Return a day and its date: Tuesday 27 October."""
    return format_date(day, "EEEE d MMMM", locale=language)


def day_from(today: date, day: date, language: str = LANGUAGE) -> str:
    """Return a coming day as it is said today: today, Thursday, Thursday 5 November."""
    if day <= today:
        return TODAY
    near = (day - today).days < DAYS_IN_A_WEEK
    return plain_day(day, language) if near else plain_date(day, language)


def by_day(today: date, day: date, language: str = LANGUAGE) -> str:
    """Return until when a thing is to be done: today, by Tuesday, by Thursday 5 November."""
    said = day_from(today, day, language)
    return said if said == TODAY else f"by {said}"


def by_time(here: datetime, until: datetime, language: str = LANGUAGE) -> str:
    """Return until when, within a day, as a clock on the wall shows both: by 21:30 tomorrow."""
    said = f"by {plain_time(until, language)}"
    return said if until.date() == here.date() else f"{said} tomorrow"


def dated(day: date, language: str = LANGUAGE) -> str:
    """Return a date with its year: 27 October 2026."""
    return format_date(day, "d MMMM y", locale=language)


def short_date(day: date, language: str = LANGUAGE) -> str:
    """Return a day as it fits into a list: Thu 22 Oct."""
    return format_date(day, "EEE d MMM", locale=language)


def in_a_row(names: list[str]) -> str:
    """Return names as they are said: Priya, Marcus and Lena."""
    *others, last = names or [""]
    return f"{', '.join(others)} and {last}" if others else last


def begun(words: str) -> str:
    """Return words as a sentence begins: "The safeguarding lead"."""
    return words[:1].upper() + words[1:]
