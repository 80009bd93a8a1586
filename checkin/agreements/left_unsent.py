"""Somebody began to tell that they were hurt, and it is not sent: those outside the house are told.

They are told that it was begun, and by whom; what was said is the person's until they send it.
Source: product.md rule 9, thresholds.md T15.
"""

from checkin.agreements.happened import LeftUnsent, Person
from checkin.agreements.reached import Reached
from checkin.wording import in_a_row

LEFT_UNSENT = "left_unsent"  # the kind of its alert

_ADVICE = (
    "See {name} alone, today. Ask how they are.",
    "Do not tell the staff of the house: it may be about one of them.",
)


def left_unsent(left: LeftUnsent, person: Person) -> Reached:
    """Return what follows for the contacts outside."""
    key = group_of(left.check_in_id)
    if left.thrown_away:
        return _thrown_away(left, person, key)
    return Reached(
        kind=LEFT_UNSENT,
        level="soon",
        key=key,
        group=key,
        title=f"{person.name} began to tell something and left it.",
        what=("It was not sent. Nobody can read it.",),
    )


def _thrown_away(left: LeftUnsent, person: Person, group: str) -> Reached:
    """Return it where somebody threw it away: who it was, nobody can tell."""
    key = f"{group}:thrown_away"
    return Reached(
        kind=LEFT_UNSENT,
        level="soon",
        key=key,
        group=key,
        title=f"{person.name} began to tell something. It was thrown away.",
        what=("It was not sent. Nobody can read it.", _who_was_there(left.beside)),
    )


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
