"""Plain days and times, as they are said to people here."""

from datetime import date, datetime


def plain_time(moment: datetime) -> str:
    """Return a wall-clock time as a text says it: 09:37."""
    return f"{moment:%H:%M}"


def plain_day(day: date) -> str:
    """Return the name of a day: Tuesday."""
    return f"{day:%A}"


def plain_date(day: date) -> str:
    """Return a date without leading noughts: Tuesday 27 October."""
    return f"{day:%A} {day.day} {day:%B}"


def in_a_row(names: list[str]) -> str:
    """Return names as they are said: Priya, Marcus and Lena."""
    *others, last = names or [""]
    return f"{', '.join(others)} and {last}" if others else last
