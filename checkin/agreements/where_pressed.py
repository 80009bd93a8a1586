"""Where somebody called from: on which devices, and whether that is a place where staff can go.

A device of a person's own is carried about: it is no place. Source: trust.md A2.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from checkin.agreements.own_devices import NotKnown, whose_is


@dataclass(frozen=True, slots=True)
class CameOn:
    """A device on which somebody called, and when last, in words ("at 10:05").

    `own`: it is one person's own. `not_known`: nobody knows that it is theirs. `wrote`: in their own
    words, and pressed no Help.
    """

    label: str
    when: str
    own: bool = False
    not_known: NotKnown | None = None
    wrote: bool = False


def pressed_help(on: Sequence[CameOn], name: str) -> str:
    """Return for staff on which devices they called, and what is known of them. Newest first."""
    pressed = [one for one in on if not one.wrote]
    wrote = [one for one in on if one.wrote]
    whose = dict.fromkeys(whose_is(one.not_known, name) for one in on if one.not_known)
    return " ".join((*_each("Pressed Help", pressed), *_each("Wrote it", wrote), *whose))


def _each(how: str, on: Sequence[CameOn]) -> tuple[str, ...]:
    places = ", and ".join(f"on {one.label} {one.when}" for one in on)
    return (f"{how} {places}.",) if on else ()


def go_where(on: Sequence[CameOn], name: str) -> str:
    """Return for staff where to go to somebody who has no phone. Newest first, at least one."""
    newest, place = on[0], next((one for one in on if not one.own), None)
    no_phone = f"{name} has no phone."
    if place is newest:
        return f"{no_phone} This came on {newest.label} {newest.when}. Go there."
    moves = f"{no_phone} This came on {newest.label} {newest.when}: that is no place to go to."
    if place is None:
        return f"{moves} Find {name}."
    return f"{moves} Before, it came on {place.label} {place.when}. Go there first."
