"""Somebody began to tell that they were hurt, and it is not sent: those outside the house are told.

Or other words are sent in its place. They are told that it was begun, and by whom; what was said is
the person's until they send it.
Source: product.md rule 9, thresholds.md T15.
"""

from typing import assert_never

from checkin.agreements.happened import LeftUnsent, Person
from checkin.agreements.reached import Reached
from checkin.wording import in_a_row

LEFT_UNSENT = "left_unsent"  # the kind of its alert

UNREAD = "It was not sent. Nobody can read it."
OLD_WORDS = "Nobody can read the old words."
_ADVICE = (
    "See {name} alone, today. Ask how they are.",
    "Do not tell the staff of the house: it may be about one of them.",
)


def left_unsent(left: LeftUnsent, person: Person) -> Reached:
    """Return what follows for the contacts outside."""
    key, (title, what) = key_of(left), _said_of(left, person.name)
    return Reached(kind=LEFT_UNSENT, level="soon", key=key, group=key, title=title, what=what)


def key_of(left: LeftUnsent) -> str:
    """Return what tells its alert from that of any other, and from one told before."""
    group = group_of(left.check_in_id)
    return group if left.how == "left" else f"{group}:{left.how}"


def _said_of(left: LeftUnsent, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the title, and what is known: who threw it away, or changed it, nobody can tell."""
    there = _who_was_there(left.beside)
    match left.how:
        case "left":
            title = f"{name} began to tell something and left it."
            return title, (UNREAD, left.turned_away) if left.turned_away else (UNREAD,)
        case "thrown_away":
            return f"{name} began to tell something. It was thrown away.", (UNREAD, there)
        case "changed":
            return f"{name} told of a hurt. It was changed, then sent.", (OLD_WORDS, there)
        case _:
            assert_never(left.how)


def _who_was_there(beside: tuple[str, ...]) -> str:
    if not beside:
        return "No staff were signed in there."
    return f"{in_a_row(list(beside))} {'was' if len(beside) == 1 else 'were'} signed in there."


def advice_where_left(name: str) -> tuple[str, ...]:
    """Return what to do about it, a line each: a call may be heard by whoever hurt them."""
    return tuple(line.format(name=name) for line in _ADVICE)


def group_of(check_in_id: str) -> str:
    """Return the group of its alert."""
    return f"{LEFT_UNSENT}:{check_in_id}"
