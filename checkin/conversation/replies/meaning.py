"""What a text that comes while somebody travels can mean."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Ok:
    """OK; with the whole text as sent where more than OK was said."""

    words: str | None = None


@dataclass(frozen=True, slots=True)
class Late:
    """More time is asked for, in minutes; the agreement says how much is given.

    named: they said how many themselves.
    """

    minutes: int
    named: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True)
class Help:
    """Help, not OK, or someone is hurting them."""

    words: str


@dataclass(frozen=True, slots=True)
class CallMe:
    """Asks for a person: to be rung, or because they are lost or frightened. Never left for later.

    advocate: somebody is to ring their advocate, and no more than that is asked.
    """

    words: str
    advocate: bool = False


@dataclass(frozen=True, slots=True)
class SecretWord:
    """The secret word; near when it was misspelt or in pieces."""

    near: bool


@dataclass(frozen=True, slots=True)
class StopTexts:
    """Texts are to stop. cancel: ask whether they meant today only."""

    word: str
    own_words: bool
    cancel: bool


@dataclass(frozen=True, slots=True)
class StartTexts:
    """Texts are to begin again."""


@dataclass(frozen=True, slots=True)
class NotGoing:
    """Not going today."""


@dataclass(frozen=True, slots=True)
class Going:
    """Going after all, on a day that was called off. on_the_way: "ok left" says more than that."""

    on_the_way: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where are my safe places?"""


@dataclass(frozen=True, slots=True)
class Free:
    """Anything else: a person reads it."""

    words: str


@dataclass(frozen=True, slots=True)
class Automatic:
    """A phone or a robot answered, not a person: driving, out of office, no credit."""

    words: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """Empty, or a picture alone."""


Meaning = (
    Ok | Late | Help | CallMe | SecretWord | StopTexts | StartTexts
    | NotGoing | Going | Place | Free | Automatic | Nothing
)  # fmt: skip
