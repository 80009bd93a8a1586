"""A text from a member of staff: it takes the alert they were told of, or team leads read it.

Source: alerts.md 3 (one takes it, the others see who).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from checkin.conversation.flows.level import Level
from checkin.conversation.replies.faces import senses
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.meaning import Help, StartTexts, StopTexts
from checkin.conversation.replies.on_a_journey import OnAJourney, hear
from checkin.conversation.replies.phrases import without_any
from checkin.for_whom.addressees import (
    Addressee,
    ForAlert,
    ForAReader,
    ForCheckpoint,
    ForConversation,
)
from checkin.for_whom.refusal import Refusal, refusal_in


@dataclass(frozen=True, slots=True)
class Told:
    """A live alert that this member of staff was told of, and when last. Times UTC.

    about: what the person is called. taken_by: a staff id, where somebody has it.
    """

    alert_id: str
    title: str
    about: str
    told_at: datetime
    level: Level = "soon"
    taken_by: str | None = None
    is_theirs: bool = False
    taken_at: datetime | None = None

    @property
    def last_on_their_mind(self) -> datetime:
        """When they were last told of it, or took it."""
        mine = self.taken_at if self.is_theirs and self.taken_at else self.told_at
        return max(self.told_at, mine)


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
    """Several are open: they say which on the page. The most pressing comes first."""

    alerts: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class WhichToRefuse:
    """They cannot do one of these, or perhaps: they say which. The most pressing comes first."""

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
class Starts:
    """START: our texts reach them again; whoever knew of STOP should know."""


@dataclass(frozen=True, slots=True)
class LeadsRead:
    """Something else: team leads find it on their list."""


FromStaff = (
    Takes
    | HasIt
    | GivesBack
    | Refuses
    | WhichOne
    | WhichToRefuse
    | NothingToTake
    | NeedsHelp
    | Stops
    | Starts
    | LeadsRead
)
LEVELS: tuple[Level, ...] = get_args(Level)  # the most pressing first


def from_staff(words: str, told: Sequence[Told], language: Language) -> FromStaff:
    """Return what a text of a member of staff is for; `told` are the live alerts they know of."""
    match hear(words, OnAJourney(language)):
        case Help():
            about = _about(words, told, language) if _names_a_cry(words, language) else None
            return about or NeedsHelp()
        case StopTexts():
            return Stops()
        case StartTexts():
            return Starts()
        case _:
            return _about(words, told, language) or LeadsRead()


def _names_a_cry(words: str, language: Language) -> bool:
    """Whether it holds no cry but the name of one: "the help one" is the alert."""
    said = language.comparable(words)
    rest = without_any(said.words, language.from_staff.names_a_cry)
    heard = hear(" ".join((*rest, *said.faces)), OnAJourney(language))
    return rest != said.words and not isinstance(heard, Help)


def _about(words: str, told: Sequence[Told], language: Language) -> FromStaff | None:
    """Return what it says about the alerts they were told of; None where it is about none."""
    called = {one.alert_id: _called(one, words, language) for one in told}
    names = frozenset(word for each in called.values() for word in each)
    refusal = refusal_in(words, names, language)
    refused = _refused(refusal, told, called) if refusal else None
    return refused or _taken(words, told, called, language)


def _refused(
    refusal: Refusal, told: Sequence[Told], called: Mapping[str, frozenset[str]]
) -> FromStaff | None:
    """Return what they give back or refuse, or who has it instead; in doubt they are asked."""
    named = _those_named(refusal.named, told, called)
    theirs = [one for one in named or told if one.is_theirs]
    still_open = [one for one in named or told if one.taken_by is None]
    match refusal:
        case Refusal(how="whole", of_theirs=True) if theirs:
            meant = theirs
        case Refusal(how="whole", just_no=True):
            meant = still_open
        case _:
            meant = theirs + still_open
    match meant:
        case [one] if refusal.how != "in_doubt":
            return GivesBack(one) if one.is_theirs else Refuses(one)
        case []:
            others = [one for one in named or told if one.taken_by and not one.is_theirs]
            return HasIt(max(others, key=lambda one: one.told_at)) if others else None
        case _:
            return WhichToRefuse(_most_pressing_first(meant))


def _taken(
    words: str,
    told: Sequence[Told],
    called: Mapping[str, frozenset[str]],
    language: Language,
) -> FromStaff | None:
    named = _named(words, told, called, language)
    if named is None:
        return None
    if not told:
        return NothingToTake()
    still_open = _most_pressing_first([one for one in named or told if one.taken_by is None])
    match still_open:
        case [one]:
            return Takes(one)
        case []:
            return HasIt(max(named or told, key=lambda one: one.last_on_their_mind))
        case _:
            return WhichOne(still_open)


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


def _most_pressing_first(alerts: Sequence[Told]) -> tuple[Told, ...]:
    """Return them by level, and of one level those told of last first."""
    newest_first = sorted(alerts, key=lambda one: one.told_at, reverse=True)
    return tuple(sorted(newest_first, key=lambda one: LEVELS.index(one.level)))


def _named(
    words: str,
    told: Sequence[Told],
    called: Mapping[str, frozenset[str]],
    language: Language,
) -> list[Told] | None:
    """Return the alerts it names, none for just "got it"; None where it takes nothing."""
    said = language.comparable(words)
    rest = without_any(said.words, language.from_staff.takes)
    if said.asks or not senses(said.faces) <= {"thumb_up", "smile"}:
        return None
    if rest == said.words and not (said.faces and not said.words):
        return None
    names = frozenset(rest) - language.from_staff.beside
    if names - {word for each in called.values() for word in each}:
        return None
    return _those_named(names, told, called)


def _those_named(
    names: frozenset[str], told: Sequence[Told], called: Mapping[str, frozenset[str]]
) -> list[Told]:
    """Return those that all these words name, else those that any does."""
    by_all = [one for one in told if names and names <= called[one.alert_id]]
    return by_all or [one for one in told if not names.isdisjoint(called[one.alert_id])]


def _called(one: Told, words: str, language: Language) -> frozenset[str]:
    """Return what an alert can be called by: its person; with "the ... one" a word of its title."""
    here, said = language.from_staff, language.comparable(words).words
    names = frozenset(language.comparable(one.about).words)
    of_theirs = frozenset(f"{word}s" for word in names)
    points = not here.points_to.isdisjoint(said)
    if points and not (here.points_from | of_theirs).isdisjoint(said):
        return names | of_theirs | here.points_to | {*language.comparable(one.title).words}
    return names | of_theirs
