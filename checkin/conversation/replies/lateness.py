"""How many minutes a text asks for: "LATE 20", "L 20", "bus late 20 min", "late bus 42 20 min".

Source: texts.md B.4, scenarios.md D08.
"""

import re
from itertools import pairwise

from checkin.conversation.replies.language import Language
from checkin.conversation.replies.phrases import Words

LONGEST = 9_999  # minutes; more than any agreement gives
MOST_DIGITS = 5
HOUR = 60

_STUCK_TOGETHER = re.compile(r"(late|l8|l)(\d+o*)(?:m|mins?|minutes?)?")
_STUCK_BEFORE = re.compile(r"(\d+o*)(?:late|l8|l)")
_MINUTES_STUCK_ON = re.compile(r"(\d+o*)(m|mins?|minutes?|h|hrs?|hours?)")
_NUMBER = re.compile(r"(\d+o*)(?:[-/]\d+|ish)?")
_PARTS = {"1/2": "half", "1/4": "quarter"}


def minutes_late(words: Words, language: Language, default: int) -> int | None:
    """Return the minutes asked for, `default` where none are named, None where it is not about late."""
    pieces = tuple(piece for word in words for piece in _pieces(word))
    begins_with_time = (
        len(pieces) > 1 and pieces[0] in {"late", "l"} and _is_time(pieces[1], language)
    )
    if begins_with_time and not language.lateness.not_just_late.isdisjoint(pieces):
        return None
    if not begins_with_time and not _is_all_about_late(pieces, language):
        return None
    minutes = _minutes(pieces, language)
    return minutes if minutes and minutes > 0 else default


def says_how_long(words: Words, language: Language) -> bool:
    """Whether it says how many minutes, and no more: "20", "20 mins", "half an hour"."""
    pieces = tuple(piece for word in words for piece in _pieces(word))
    known = language.lateness.with_late
    only = all(piece in known or _is_time(piece, language) for piece in pieces)
    return only and _minutes(pieces, language) is not None


def _pieces(word: str) -> Words:
    """Take apart what was typed without a space: late20, 20min."""
    stuck = _STUCK_TOGETHER.fullmatch(word)
    if stuck:
        return "late", stuck[2]
    stuck = _STUCK_BEFORE.fullmatch(word)
    if stuck:
        return stuck[1], "late"
    stuck = _MINUTES_STUCK_ON.fullmatch(word)
    if word in _PARTS:
        return (_PARTS[word],)
    if stuck:
        return stuck[1], "hour" if stuck[2].startswith("h") else "minutes"
    return (word,)


def _is_all_about_late(pieces: Words, language: Language) -> bool:
    """Whether nothing else is said: "too late he is here" is not asking for time."""
    known = language.lateness
    return not known.late.isdisjoint(pieces) and all(
        piece in known.late or piece in known.with_late or _is_time(piece, language)
        for piece in pieces
    )


def _is_time(piece: str, language: Language) -> bool:
    return piece[0] in "-+0123456789" or piece in language.lateness.numbers


def _minutes(pieces: Words, language: Language) -> int | None:
    """Return the number beside minutes, hour or late; else the only one that is no bus number."""
    beside = [(_number(piece, language), after) for piece, after in pairwise((*pieces, ""))]
    for number, after in beside:
        if number is not None and after in {"minutes", "hour"}:
            return number * (HOUR if after == "hour" else 1)
    if "hour" in pieces:
        return HOUR // 2 if "half" in pieces else HOUR // 4 if "quarter" in pieces else HOUR
    return _beside_late(pieces, language)


def _beside_late(pieces: Words, language: Language) -> int | None:
    numbered = language.lateness.numbered
    free = [
        number
        for before, piece, after in zip(("", *pieces), pieces, (*pieces[1:], ""), strict=False)
        if (number := _number(piece, language)) is not None
        and before not in numbered
        and not (after in numbered and after == pieces[-1])
    ]
    return free[0] if free else None


def _number(piece: str, language: Language) -> int | None:
    """Read 20, twenty, and 2O with the letter; a longer number than any wait is cut short."""
    number = _NUMBER.fullmatch(piece)
    if number:
        return min(int(number[1].replace("o", "0")[:MOST_DIGITS]), LONGEST)
    minutes = language.lateness.numbers.get(piece)
    return int(minutes) if minutes else None
