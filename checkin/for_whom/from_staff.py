"""A text from a member of staff: it takes the alert they were told of, or team leads read it.

Source: alerts.md 3 (one takes it, the others see who).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from checkin.conversation.replies.faces import senses
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.meaning import Help, StopTexts
from checkin.conversation.replies.on_a_journey import OnAJourney, hear
from checkin.conversation.replies.phrases import without_any
from checkin.for_whom.addressees import (
    Addressee,
    ForAlert,
    ForAReader,
    ForCheckpoint,
    ForConversation,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A live alert that this member of staff was told of, and when last. Times UTC.

    about: what the person is called. taken_by: a staff id, where somebody has it.
    """

    alert_id: str
    title: str
    about: str
    told_at: datetime
    taken_by: str | None = None
    is_theirs: bool = False


@dataclass(frozen=True, slots=True)
class Takes:
    """They take this one."""

    alert: Told


@dataclass(frozen=True, slots=True)
class HasIt:
    """Somebody has it already: they themselves, or another."""

    alert: Told


@dataclass(frozen=True, slots=True)
class GivesBack:
    """They have this one, and cannot do it."""

    alert: Told


@dataclass(frozen=True, slots=True)
class Refuses:
    """They were told of this one, nobody has it, and they cannot do it."""

    alert: Told


@dataclass(frozen=True, slots=True)
class WhichOne:
    """Several are open: they say which on the page. The one they were told of last comes first."""

    alerts: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class NothingToTake:
    """It would take an alert, but there is none that they were told of."""


@dataclass(frozen=True, slots=True)
class NeedsHelp:
    """They ask for help themselves: others who work here are rung."""


@dataclass(frozen=True, slots=True)
class Stops:
    """STOP: the phone company may have blocked our texts to them; others should know."""


@dataclass(frozen=True, slots=True)
class LeadsRead:
    """Something else: team leads find it on their list."""


FromStaff = (
    Takes | HasIt | GivesBack | Refuses | WhichOne | NothingToTake | NeedsHelp | Stops | LeadsRead
)


def from_staff(words: str, told: Sequence[Told], language: Language) -> FromStaff:
    """Return what a text of a member of staff is for; `told` are the live alerts they know of."""
    match hear(words, OnAJourney(language)):
        case Help():
            return NeedsHelp()
        case StopTexts():
            return Stops()
        case _:
            return (
                _given_back(words, told, language)
                or _refused(words, told, language)
                or _about_alerts(words, told, language)
            )


def _given_back(words: str, told: Sequence[Told], language: Language) -> GivesBack | None:
    """Return the one that they have and cannot do; None where it says no such thing."""
    said = language.comparable(words)
    rest = without_any(said.words, language.from_staff.gives_back)
    theirs = [one for one in told if one.is_theirs]
    names = {word for one in theirs for word in _name(one, language)}
    if rest == said.words or said.asks or set(rest) - language.from_staff.beside - names:
        return None
    named = [one for one in theirs if not _name(one, language).isdisjoint(rest)]
    match named or theirs:
        case [one]:
            return GivesBack(one)
        case _:  # none, or nobody can say which
            return None


def _refused(words: str, told: Sequence[Told], language: Language) -> Refuses | HasIt | None:
    """Return the open one that they were told of last and cannot do, or who has it instead."""
    here = language.from_staff
    said = language.comparable(words)
    rest = without_any(without_any(said.words, here.gives_back), here.refuses)
    turned_down = not said.words and senses(said.faces) == {"thumb_down"}
    others = [one for one in told if not one.is_theirs]
    names = {word for one in others for word in _name(one, language)}
    if (rest == said.words and not turned_down) or set(rest) - here.beside - names:
        return None
    named = [one for one in others if not _name(one, language).isdisjoint(rest)]
    newest_first = sorted(named or others, key=lambda one: one.told_at, reverse=True)
    still_open = [one for one in newest_first if one.taken_by is None]
    if still_open:
        return Refuses(still_open[0])
    return HasIt(newest_first[0]) if newest_first else None


def _about_alerts(words: str, told: Sequence[Told], language: Language) -> FromStaff:
    named = _named(words, told, language)
    if named is None:
        return LeadsRead()
    newest_first = sorted(named or told, key=lambda one: one.told_at, reverse=True)
    if not newest_first:
        return NothingToTake()
    still_open = tuple(one for one in newest_first if one.taken_by is None)
    if len(still_open) > 1:
        return WhichOne(still_open)
    newest = newest_first[0]
    return HasIt(newest) if newest.taken_by else Takes(newest)


def leaves_to_staff(theirs: Addressee) -> bool:
    """Whether a text may be staff's where the number is also that of a person.

    Their own cries, commands, and answers to what waits come first (DECISIONS.md).
    """
    match theirs:
        case ForCheckpoint(how="early" | "note") | ForAReader() | ForAlert():
            return True
        case ForConversation(how="courtesy"):
            return True
        case _:
            return False


def _named(words: str, told: Sequence[Told], language: Language) -> list[Told] | None:
    """Return the alerts it names, none for just "got it"; None where it takes nothing."""
    said = language.comparable(words)
    rest = without_any(said.words, language.from_staff.takes)
    if said.asks or not senses(said.faces) <= {"thumb_up", "smile"}:
        return None
    if rest == said.words and not (said.faces and not said.words):
        return None
    names = {one.alert_id: _name(one, language) for one in told}
    left = (
        set(rest) - language.from_staff.beside - {word for name in names.values() for word in name}
    )
    if left:
        return None
    return [one for one in told if not names[one.alert_id].isdisjoint(rest)]


def _name(one: Told, language: Language) -> frozenset[str]:
    return frozenset(language.comparable(one.about).words)
