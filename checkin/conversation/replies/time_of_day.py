"""A time of the day in people's own words: "10", "3pm", "half ten", "ten thirty", "quarter to nine"."""

import re
from typing import NamedTuple

from checkin.conversation.replies.language import Language, TimeOfDay
from checkin.conversation.replies.normal import Comparable
from checkin.conversation.replies.phrases import Words

HOUR, NOON, DAY = 60, 12, 24
PLAIN = range(7, NOON + 1)  # hours that say by themselves which half of the day is meant
LEAST_BESIDE = 10  # "ten thirty" is a time, "ten five" is two numbers

_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)|(\d{1,2})(\d\d)")
_INITIALS = re.compile(r"\b([ap]) m\b")
_STUCK_ON = re.compile(r"(?<=\d)(?=[a-z])")


class _At(NamedTuple):
    """An hour and its minutes; `as_written`: as a clock of the whole day shows them, "03:30"."""

    hour: int
    minutes: int
    as_written: bool = False


def time_of_day(said: Comparable, language: Language) -> str | None:
    """Return the time that this plainly is ("HH:MM"), and nothing else is said; None: it is not plain.

    From seven to noon it is the morning; any other hour has to say which half of the day it is in.
    """
    known = language.time_of_day
    joined = _INITIALS.sub(r"\1m", " ".join(said.words))  # p.m.
    text, part = _part(f" {_STUCK_ON.sub(' ', joined)} ", known)
    words = tuple(word for word in text.split() if word not in known.beside)
    at = None if said.asks or not words else _at(words, known)
    hour = _hour(at, part) if at else None
    return f"{hour:02}:{at.minutes:02}" if at and hour is not None else None


def _part(text: str, known: TimeOfDay) -> tuple[str, str | None]:
    """Return it without "in the morning", and which half of the day that is."""
    for phrase, part in known.parts.items():
        if f" {phrase} " in text:
            return text.replace(f" {phrase} ", " ", 1), part
    return text, None


def _at(words: Words, known: TimeOfDay) -> _At | None:
    *before, last = words
    if not before:
        return _clock(known.moments.get(last, last)) or _whole(last, known)
    if before[-1] in known.past or before[-1] in known.to:
        minutes, hour = _minutes(before[:-1], known), _whole(last, known)
        return _beside(hour, minutes, is_to=before[-1] in known.to)
    if before[0] in known.half:
        return _beside(_whole(last, known), _minutes(before, known))
    minutes = _number((*before[1:], last), known)
    is_plain = minutes is not None and minutes >= LEAST_BESIDE
    return _beside(_whole(before[0], known), minutes if is_plain else None)


def _clock(word: str) -> _At | None:
    found = _CLOCK.fullmatch(word)
    if not found:
        return None
    hour, minutes = (found[1], found[2]) if found[1] else (found[3], found[4])
    if int(hour) >= DAY or int(minutes) >= HOUR:
        return None
    return _At(int(hour), int(minutes), as_written=len(hour) > 1 and int(hour) not in PLAIN)


def _whole(word: str, known: TimeOfDay) -> _At | None:
    """Return a whole hour of a clock of twelve."""
    hour = _number((word,), known)
    return _At(hour, 0) if hour and hour <= NOON else None


def _beside(at: _At | None, minutes: int | None, *, is_to: bool = False) -> _At | None:
    if at is None or minutes is None or not 0 < minutes < HOUR:
        return None
    return _At(at.hour - 1 or NOON, HOUR - minutes) if is_to else _At(at.hour, minutes)


def _minutes(words: list[str], known: TimeOfDay) -> int | None:
    if len(words) == 1 and words[0] in known.half:
        return HOUR // 2
    return _number(tuple(words), known)


def _number(words: Words, known: TimeOfDay) -> int | None:
    """Return what these words count, in figures or in words: "25", "twenty five"."""
    parts = [int(known.numbers.get(one, one if one.isdecimal() else -1)) for one in words]
    match parts:
        case [one] if one >= 0:
            return one
        case [tens, one] if tens >= 2 * LEAST_BESIDE and tens % 10 == 0 and 0 < one < LEAST_BESIDE:
            return tens + one
        case _:
            return None


def _hour(at: _At, part: str | None) -> int | None:
    """Return the hour of the whole day, where it is plain."""
    if part is None:
        return at.hour if at.as_written or at.hour in PLAIN else None
    if at.as_written:
        return at.hour if (at.hour < NOON) == (part == "am") else None
    return at.hour % NOON + (NOON if part == "pm" else 0)
