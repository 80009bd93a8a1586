"""What a person says back: pressed, typed or spoken, and every way out.

All are frozen values, so that a whole conversation can be printed, kept and compared.
Source: product.md rules 1 to 4, flow-language.md "The engine".
"""

from dataclasses import dataclass
from typing import Literal

from checkin.conversation.replies.option import How

Until = Literal["today", "tomorrow", "not_this_time"]


Done = Literal["self", "helped", "by_other"]


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
class GoesOn:
    """More of the own words of a moment ago, though the next question was put meanwhile."""

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
    Start | NotNow | Picked | OwnWordsGiven | Said | GoesOn | DontKnow | Skip | GoOn
    | Back | Change | Stop | Send | ThrowAway | DidIt
)  # fmt: skip
