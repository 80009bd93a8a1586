"""One answer as it is kept, beside the question as it was asked.

All are frozen values, so that a whole conversation can be printed, kept and compared.
Source: product.md rules 1 to 4, flow-language.md "The engine".
"""

from typing import Literal, NamedTuple

from checkin.conversation.flows.does import StepDoes
from checkin.conversation.replies.option import How

Silence = Literal["dont_know", "skipped"]


class Given(NamedTuple):
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
    does: StepDoes | None = None  # what its step does, once it is sent

    @property
    def says_nothing(self) -> bool:
        """Tell whether the question was only passed by: not an answer, and never sent."""
        return not (self.choices or self.words or self.media or self.silence)

    @property
    def needs_reading(self) -> bool:
        """Tell whether there are words or a photo here that no choice stands beside."""
        return bool(self.words or self.media) and not self.choices
