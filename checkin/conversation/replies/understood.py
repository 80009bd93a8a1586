"""What a reply to a question can come to: a closed list, each with what is needed to act on it.

Source: flow-language.md "Understanding a reply".
"""

from dataclasses import dataclass

from checkin.conversation.replies.option import How
from checkin.conversation.replies.ways_out import CommandName


@dataclass(frozen=True, slots=True)
class Taken:
    """The choices that were said, by id, and how it is known."""

    choices: tuple[str, ...]
    how: How


@dataclass(frozen=True, slots=True)
class ReadBack:
    """Probably this choice: ask "Did you mean ...?"."""

    choice: str


@dataclass(frozen=True, slots=True)
class AskAgain:
    """Not understood: ask once more, differently."""


@dataclass(frozen=True, slots=True)
class KeptAsOwnWords:
    """Kept as own words: a person reads them."""


@dataclass(frozen=True, slots=True)
class CarrierWord:
    """A word that phone companies act on, lower case: stop, stopall, end, start ..."""

    word: str


@dataclass(frozen=True, slots=True)
class SecretWordUsed:
    """The secret word; near when it was misspelt or in pieces."""

    near: bool


@dataclass(frozen=True, slots=True)
class HelpWanted:
    """Help, not OK, or someone is hurting them."""


@dataclass(frozen=True, slots=True)
class StopWanted:
    """Stop in own words: all texts, or (own_words False) this check-in alone."""

    own_words: bool


@dataclass(frozen=True, slots=True)
class Command:
    """A way out of the question, said and nothing else."""

    name: CommandName


Understood = (
    Taken | ReadBack | AskAgain | KeptAsOwnWords
    | CarrierWord | SecretWordUsed | HelpWanted | StopWanted | Command
)  # fmt: skip
