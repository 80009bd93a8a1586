"""What every voice can do: say one sentence, or tell us plainly that it cannot."""

from dataclasses import dataclass
from typing import Protocol

QUIETEST_PEAK = (
    500  # Pico is not loud enough to hear, and raises nothing, when it cannot read a text.
)


class CannotSpeak(Exception):  # noqa: N818 it says what happened
    """These words cannot be said; the message says what to do.

    `passing` is whether it may well work the next time: too slow, or no network.
    """

    def __init__(self, message: str, *, passing: bool = False) -> None:
        super().__init__(message)
        self.passing = passing


@dataclass(frozen=True, slots=True)
class Mark:
    """A word began: its place in the text said (from 0), and milliseconds into the sound."""

    at: int
    ms: int


@dataclass(frozen=True, slots=True)
class Pcm:
    """Sound as samples: 16 bits, little-endian, one channel, `rate` a second."""

    samples: bytes
    rate: int
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Mp3:
    """Sound that an engine made into an MP3 itself."""

    data: bytes


Sound = Pcm | Mp3


class Engine(Protocol):
    """A voice. It is given one cleaned sentence at a time (see sentences.py)."""

    @property
    def name(self) -> str:
        """A short name, kept with each clip."""
        ...

    @property
    def version(self) -> str:
        """A new version makes every clip again."""
        ...

    @property
    def is_here(self) -> bool:
        """Whether words stay in this house. A voice elsewhere is only asked by `speech build`."""
        ...

    def voice(self, language: str) -> str:
        """Which of its voices speaks this language; "" when none does."""
        ...

    def speaks(self, language: str) -> bool:
        """Whether it can be asked at all, without starting anything."""
        ...

    def say(self, sentence: str, language: str, speed: float) -> Sound:
        """The sentence as sound (`speed` 1.0 is the engine's own), or `CannotSpeak`."""
        ...
