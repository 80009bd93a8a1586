"""An agreement as it is read: passage by passage, and what differs between two versions."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of an agreement: its heading, the person's words if there are any, sentences."""

    title: str
    lines: tuple[str, ...]
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """What one part said before, and what it says now."""

    title: str
    gone: tuple[str, ...]
    new: tuple[str, ...]


def differences(before: Sequence[Passage], after: Sequence[Passage]) -> tuple[Difference, ...]:
    """Say in words what changes from one version to the next."""
    titles = dict.fromkeys(one.title for one in (*before, *after))
    old, new = ({one.title: _said(one) for one in part} for part in (before, after))
    found = (
        Difference(
            title,
            tuple(line for line in old.get(title, ()) if line not in new.get(title, ())),
            tuple(line for line in new.get(title, ()) if line not in old.get(title, ())),
        )
        for title in titles
    )
    return tuple(one for one in found if one.gone or one.new)


def _said(passage: Passage) -> tuple[str, ...]:
    quote = (f'"{passage.quote}"',) if passage.quote else ()
    return (*quote, *passage.lines)
