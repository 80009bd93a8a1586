"""What follows from a turn: a closed list of facts, and the turn itself.

All are frozen values, so that a whole conversation can be printed, kept and compared.
Source: product.md rules 1 to 4, flow-language.md "The engine".
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from checkin.conversation.flows.does import Verdict
from checkin.conversation.flows.level import Level
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.prompt import Prompt
from checkin.conversation.talking.said import DidIt, Until
from checkin.conversation.talking.standing import End, SoFar


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer was given; it is kept whether or not it is sent."""

    given: Given


@dataclass(frozen=True, slots=True)
class SettingChosen:
    """The person set something: of their own pages at once, whatever is sent; else once it is sent."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class LineSet:
    """A sent answer stands from now on as a line of the person's own (flows/sets.py)."""

    line: str
    given: Given


@dataclass(frozen=True, slots=True)
class Sent:
    """The answers that stand on the road were sent, each as given."""

    answers: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A sent answer names a fact that agreed thresholds may count."""

    mark: str
    step: str


@dataclass(frozen=True, slots=True)
class Tell:
    """A sent answer asks for someone, at this level where no agreement says otherwise.

    `label`: what was picked; none where own words say it. `hurt`: somebody was (thresholds.md T15).
    `advocate`: the person's advocate is to be rung.
    """

    level: Level
    step: str
    label: str = ""
    hurt: bool = False
    advocate: bool = False


@dataclass(frozen=True, slots=True)
class YouSaid:
    """A sent answer in own words opens a "You said / We did" loop."""

    given: Given


@dataclass(frozen=True, slots=True)
class ToBeRead:
    """Own words of a sent answer where something was to be picked: somebody reads them."""

    given: Given


@dataclass(frozen=True, slots=True)
class TalkAsked:
    """The person asked to talk, with these (ids as listed) where they picked somebody."""

    step: str
    with_whom: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PromiseJudged:
    """The person said whether what we did helped, or happened; `promise` is its key in the list."""

    promise: str
    judged: Verdict


@dataclass(frozen=True, slots=True)
class DayDeclined:
    """The person is not going today: nothing more is asked by text that day."""

    step: str


@dataclass(frozen=True, slots=True)
class AskingStopped:
    """The person does not want to be asked: no other flow is asked that day."""

    step: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The conversation came to its end in this way."""

    end: End
    until: Until | None = None
    at_step: str | None = None  # where it was stopped


@dataclass(frozen=True, slots=True)
class HowDone:
    """The person said how this was done."""

    did: DidIt


@dataclass(frozen=True, slots=True)
class PrivateWordGiven:
    """A private word: for the profile alone, never an answer row, never logged."""

    step: str
    word: str = field(repr=False)


Fact = (
    Answered | SettingChosen | LineSet | Sent | Marked | Tell | YouSaid | ToBeRead | TalkAsked | PromiseJudged | DayDeclined
    | AskingStopped | Ended | HowDone | PrivateWordGiven
)  # fmt: skip


class Turn(NamedTuple):
    """One turn: where the conversation stands now, what to say, what follows."""

    so_far: SoFar
    prompts: tuple[Prompt, ...]  # at least one: there is always something to say next
    facts: tuple[Fact, ...] = ()

    @property
    def prompt(self) -> Prompt:
        """What waits for an answer now: the last thing said."""
        return self.prompts[-1]
