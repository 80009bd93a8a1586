"""Small histories of a house, made up from a number: the same number tells the same story again."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

PEOPLE = ("ana", "dev")
STAFF = ("priya", "marcus", "lena", "jo")
KINDS = ("good", "wrong", "hurt", "complain", "idea")
WANTS = ("listen", "fix", "talk", "advocate")
TEXTS = (
    "ok", "LATE 20", "home", "hi can i go cafe sat after", "help me", "im not ok", "STOP", "START",
    "pineapple", "pineapple he is here", "no check-ins", "", "ty :)",
)  # fmt: skip
PLAIN = ("help me", "im not ok", "STOP", "START", "pineapple", "")
"""What is no word of a telling that goes on: other own words would be, and then kept with it."""
HURTS = "he pushed me in the kitchen"
HARD = (HURTS, "she reads my letters", "my money is gone", "they shout at night")
HowFar = Literal["begun", "some", "sent", "done", "taken_back"]
HOW_FAR: tuple[HowFar, ...] = ("begun", "some", "sent", "done", "done", "done", "taken_back")


@dataclass(frozen=True, slots=True)
class Wait:
    """So many minutes pass."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Text:
    """Dev texts."""

    words: str


@dataclass(frozen=True, slots=True)
class TextOfHurt:
    """Dev texts that these hurt him; `more`: and then something that goes on with it.

    Nobody named is "he", and nobody can tell who it was.
    """

    by: tuple[str, ...]
    more: bool

    @property
    def words(self) -> str:
        """What he texts."""
        return f"{' and '.join(self.by) or 'he'} pushed me"

    def is_kept_from(self, one: str) -> bool:
        """Whether it is kept from this member of staff, whatever was told before."""
        return not self.by or one in self.by


@dataclass(frozen=True, slots=True)
class Morning:
    """Ana answers what waits for her, with a voice note or without."""

    how: str
    plan: str
    voice: bool


@dataclass(frozen=True, slots=True)
class PressHelp:
    """Someone presses Help."""

    person: str


@dataclass(frozen=True, slots=True)
class TellSomeone:
    """Someone tells something, as far as they get, and what others do about it.

    `help_meanwhile`: Help is pressed on one of its pages. `handled_by` takes and closes its alert,
    and decides what becomes of the words.
    """

    person: str
    kind: str
    words: str
    voice: bool
    picks: tuple[str, ...]
    keep_from: tuple[str, ...]
    want: str
    how_far: HowFar
    help_meanwhile: bool
    handled_by: str | None

    def is_kept_from(self, one: str) -> bool:
        """Whether it is kept from this member of staff, or told to others alone.

        What calls at once is, within minutes, for who leads too where those picked do not take it.
        """
        picks = set(self.picks) - set(self.keep_from)
        unsent = self.how_far in ("begun", "some")
        calls = self.kind == "hurt" or (self.words == HURTS and not self.voice)
        told_to_others = bool(picks) and one not in picks and not calls
        return unsent or one in self.keep_from or told_to_others


@dataclass(frozen=True, slots=True)
class Handle:
    """Someone does something about the alert that stands in this place of a list."""

    by: str
    place: int
    does: Literal["take", "log", "close"]


@dataclass(frozen=True, slots=True)
class Decide:
    """Someone decides about the words that stand in this place of what a person said."""

    by: str
    person: str
    place: int
    done: bool


Event = Wait | Text | TextOfHurt | Morning | PressHelp | TellSomeone | Handle | Decide


@dataclass(frozen=True, slots=True)
class History:
    """What happens, and from whom something of it is kept."""

    seed: int
    viewer: str
    events: tuple[Event, ...]


def history(seed: int) -> History:
    """Return the history with this number; something in it is kept from the viewer."""
    dice = Random(seed)  # noqa: S311 (a story, not a secret)
    viewer = dice.choice(STAFF)
    events = [event for _ in range(dice.randint(2, 6)) for event in _event(dice, viewer)]
    place = dice.randint(0, len(events))
    events[place:place] = [_telling(dice, viewer, kept=True), Wait(dice.choice((1, 6, 20)))]
    return History(seed, viewer, tuple(_nothing_more(events, dice)))


def _nothing_more(events: list[Event], dice: Random) -> Iterator[Event]:
    """Yield them so that after a hurt by text no other words of his would go on with it."""
    told = False
    for event in events:
        told = told or isinstance(event, TextOfHurt)
        yield Text(dice.choice(PLAIN)) if told and isinstance(event, Text) else event


def _event(dice: Random, viewer: str) -> Iterator[Event]:
    happens = dice.choices(
        ("text", "hurt", "morning", "help", "tell", "handle", "decide", "wait"),
        (4, 2, 2, 1, 3, 3, 2, 1),
    )[0]
    match happens:
        case "text":
            yield Text(dice.choice(TEXTS))
        case "hurt":
            others = [one for one in STAFF if one != viewer]
            by = (viewer, *dice.sample(others, dice.choice((0, 0, 1, 3))))
            of_others = tuple(dice.sample(others, 1))
            yield TextOfHurt(dice.choice((by, by, (), of_others)), more=dice.random() < 0.5)
        case "morning":
            how, plan = dice.choice(("good", "not_good")), dice.choice(("all", "not_today"))
            yield Morning(how, plan, dice.random() < 0.3)
        case "help":
            yield PressHelp(dice.choice(PEOPLE))
        case "tell":
            yield _telling(dice, viewer, kept=dice.random() < 0.5)
        case "handle":
            does: tuple[Literal["take", "log", "close"], ...] = ("take", "log", "close")
            yield Handle(dice.choice(STAFF), dice.randint(0, 3), dice.choice(does))
        case "decide":
            person, done = dice.choice(PEOPLE), dice.random() < 0.5
            yield Decide(dice.choice(STAFF), person, dice.randint(0, 2), done)
    yield Wait(dice.choice((1, 3, 12, 12, 40)))


def _telling(dice: Random, viewer: str, *, kept: bool) -> TellSomeone:
    others = [one for one in STAFF if one != viewer]
    keep_from = (viewer, *dice.sample(others, dice.choice((0, 0, 1, 3)))) if kept else ()
    handled_by = next((one for one in dice.sample(others, 3) if one not in keep_from), None)
    return TellSomeone(
        person=dice.choice(PEOPLE),
        kind=dice.choice(KINDS),
        words=dice.choice(HARD),
        voice=dice.random() < 0.25,
        picks=tuple(dice.sample(STAFF, dice.choice((0, 0, 1, 2)))),
        keep_from=keep_from,
        want=dice.choice(WANTS),
        how_far=dice.choice(HOW_FAR),
        help_meanwhile=dice.random() < 0.25,
        handled_by=handled_by if dice.random() < 0.5 else None,
    )
