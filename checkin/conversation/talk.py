"""The words of a conversation in code: what is said to a person, what they say back, what follows.

All are frozen values, so that a whole conversation can be printed, kept and compared.
Source: product.md rules 1 to 4, flow-language.md "The engine".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from checkin.conversation.flow import Level

How = Literal["tap", "key", "number", "exact", "words", "checked", "staff"]
Silence = Literal["dont_know", "skipped"]
Until = Literal["today", "tomorrow", "not_this_time"]
Done = Literal["self", "helped", "by_other"]
Stage = Literal["hello", "steps", "read_back", "how_done", "ended"]
End = Literal["sent", "thrown_away", "later", "declined"]


# Who the conversation is with ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Listed:
    """One face, place, goal or promise that a step may offer or go through."""

    key: str
    label: str
    picture: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)  # placeholders inside `for_each`


@dataclass(frozen=True, slots=True)
class About:
    """What differs per person, handed in at the start and kept with the check-in."""

    values: Mapping[str, str] = field(default_factory=dict)  # {name}, {group_name} ...
    profile: Mapping[str, str] = field(default_factory=dict)  # only_if: {profile: ...}
    lists: Mapping[str, tuple[Listed, ...]] = field(default_factory=dict)  # circle, staff ...


# What a person says -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Start:
    """Begin."""


@dataclass(frozen=True, slots=True)
class NotNow:
    """Not now: later today, tomorrow or not this time."""

    until: Until


@dataclass(frozen=True, slots=True)
class Picked:
    """Pictures or keys that were pressed, in the order pressed; ids, not labels."""

    choices: tuple[str, ...]
    how: How = "tap"


@dataclass(frozen=True, slots=True)
class OwnWordsGiven:
    """Own words beside or instead of a choice, exactly as given; media are ids of kept files."""

    words: str | None
    media: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """Free words by text or speech, still to be understood."""

    words: str


@dataclass(frozen=True, slots=True)
class DontKnow:
    """I don't know: an answer."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Skip this: an answer."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """Go on: past words that need no answer, or past a question left empty on purpose."""


@dataclass(frozen=True, slots=True)
class Back:
    """One step back; the answer given there is kept until another is given."""


@dataclass(frozen=True, slots=True)
class Change:
    """Go to an earlier step to answer it again."""

    step: str


@dataclass(frozen=True, slots=True)
class Stop:
    """Stop here: carry on later, send what there is, or throw it away."""

    then: Literal["later", "send", "throw_away"]


@dataclass(frozen=True, slots=True)
class Send:
    """Send it."""


@dataclass(frozen=True, slots=True)
class ThrowAway:
    """Delete it: nothing is sent."""


@dataclass(frozen=True, slots=True)
class DidIt:
    """How this was done: alone, with help, or by someone else."""

    done: Done
    who: str | None = None


Reply = (
    Start | NotNow | Picked | OwnWordsGiven | Said | DontKnow | Skip | GoOn
    | Back | Change | Stop | Send | ThrowAway | DidIt
)  # fmt: skip


# What is kept -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Given:
    """One answer with the question as it was asked and the labels as they were shown."""

    step: str
    asked: str
    choices: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    symbol: str | None = None  # the picture of the question
    symbols: tuple[str | None, ...] = ()  # the pictures of the choices
    words: str | None = None
    media: tuple[str, ...] = ()
    silence: Silence | None = None
    how: How = "tap"
    marks: tuple[str, ...] = ()
    reply: str | None = None  # what was said back to this answer

    @property
    def says_nothing(self) -> bool:
        """Tell whether the question was only passed by: not an answer, and never sent."""
        return not (self.choices or self.words or self.media or self.silence)

    @property
    def needs_reading(self) -> bool:
        """Tell whether there are words here that no choice stands beside."""
        return bool(self.words) and not self.choices


@dataclass(frozen=True, slots=True)
class SoFar:
    """Where a conversation stands; kept as it is between turns.

    `answers` holds the latest answer to each step, in the order first given; answers that
    no longer stand on the road stay here and are not sent.
    """

    about: About
    stage: Stage = "hello"
    step: str | None = None  # at stage "steps"
    answers: Mapping[str, Given] = field(default_factory=dict)
    attempt: int = 1  # 2 once a reply was not understood
    checking: str | None = None  # the choice in "Did you mean ...?"
    end: End | None = None
    done: DidIt | None = None


# What is said to the person -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be picked, as it is shown."""

    key: str
    label: str
    symbol: str | None = None
    picture: str | None = None  # a photo of a person or place, where there is one
    audio: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prompt:
    """What to say next. A channel shows it in its own way and adds nothing to it.

    kind: which page or wording fits: hello, say, choose, choose_many, scale, own_words, people,
    people_many, sort, photo, time, practise, private_word, check (did you mean), read_back,
    how_done, end.
    """

    kind: str
    stage: Stage
    step: str | None
    attempt: int
    lines: tuple[str, ...]  # each a sentence or question, placeholders filled
    options: tuple[Option, ...] = ()
    piles: tuple[Option, ...] = ()
    symbol: str | None = None
    audio: str | None = None
    help: str | None = None
    why: str | None = None
    text: str | None = None  # shorter wording for a text, placeholders filled
    call: str | None = None
    words: Literal["none", "optional", "main"] = "none"
    said_back: str | None = None  # the reply to the answer just given
    given: Given | None = None  # the answer this step has already
    number: int = 0  # question 2 ...
    of: int = 0  # ... of 5
    seen_by: tuple[str, ...] = ()


# What follows from a turn -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer was given; it is kept whether or not it is sent."""

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
    """A sent answer asks for someone, at this level where no agreement says otherwise."""

    level: Level
    step: str
    label: str


@dataclass(frozen=True, slots=True)
class YouSaid:
    """A sent answer in own words opens a "You said / We did" loop."""

    given: Given


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


Fact = Answered | Sent | Marked | Tell | YouSaid | Ended | HowDone | PrivateWordGiven


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: where the conversation stands now, what to say, what follows."""

    so_far: SoFar
    prompts: tuple[Prompt, ...]  # at least one: there is always something to say next
    facts: tuple[Fact, ...] = ()

    @property
    def prompt(self) -> Prompt:
        """What waits for an answer now: the last thing said."""
        return self.prompts[-1]
