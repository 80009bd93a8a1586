"""Plain days and times, as they are said to people here, in their language."""

from datetime import date, datetime, time

from babel.dates import format_date

LANGUAGE = "en_GB"


def plain_time(moment: datetime | time) -> str:
    """Return a wall-clock time as a text says it: 09:37."""
    return f"{moment:%H:%M}"


def plain_day(day: date, language: str = LANGUAGE) -> str:
    """Return the name of a day: Tuesday."""
    return format_date(day, "EEEE", locale=language)


def plain_date(day: date, language: str = LANGUAGE) -> str:
    """Return a day and its date: Tuesday 27 October."""
    return format_date(day, "EEEE d MMMM", locale=language)


def in_a_row(names: list[str]) -> str:
    """Return names as they are said: Priya, Marcus and Lena."""
    *others, last = names or [""]
    return f"{', '.join(others)} and {last}" if others else last
