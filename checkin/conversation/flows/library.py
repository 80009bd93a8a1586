"""What all flows share: scales, placeholders, words, pictures and the lines around a conversation.

Built from the text of `flows/scales.yaml`, `placeholders.yaml`, `words.yaml`, `frame.yaml` and
`marks.yaml`, so that people can read and change them. Source: flow-language.md "The pieces", flow-library.md B.2.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import Field

from checkin.conversation.flows.does import CountsFor
from checkin.conversation.flows.flow import ScalePart
from checkin.conversation.flows.part import Names, Part
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.language_files import NO_WORDS


class Placeholders(Part):
    """What a flow may take from a person's agreement, each with an example of a real length."""

    values: Mapping[str, str] = Field(default_factory=dict)  # name: Dev
    lists: Mapping[str, str] = Field(default_factory=dict)  # what `from` and `of` may name
    profile: Mapping[str, str] = Field(default_factory=dict)  # what `only_if: {profile: ...}` may


class Words(Part):
    """Words that flows never use, words that need explaining, words that show too much."""

    banned: Mapping[str, str] = Field(default_factory=dict)  # word: what to write instead
    hard: Mapping[str, str] = Field(default_factory=dict)  # word: how to explain it
    agreed: Names = ()  # long words that people know
    private: Names = ()  # never on a lock screen: health, money, harm


class Turned(Part):
    """One text in another language: the words it was made from, and the words now."""

    was: str
    now: str


class Translation(Part):
    """A flow in another language; `words` by where they stand, `steps.going.ask`."""

    translates: str
    language: str
    made_by: str
    words: Mapping[str, Turned]


class FrameLine(Part):
    """What the product says around every flow, and its picture."""

    say: Names
    symbol: str | None = None


class Mark(Part):
    """A fact that a choice may name: when it is so, and which kind of threshold counts it.

    `falls_from`: the mark from which it is a drop.
    """

    when: str
    counts_for: CountsFor | None = None
    falls_from: str = ""


@dataclass(frozen=True, slots=True)
class Frame(Mapping[str, FrameLine]):
    """What stands around every flow: what the product says, and the words in which it hears."""

    lines: Mapping[str, FrameLine] = field(default_factory=dict)
    language: Language = NO_WORDS

    def __getitem__(self, name: str) -> FrameLine:
        return self.lines[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)


def _anything(_language: str) -> bool:
    """Take it that every language can be spoken: sound is then not checked."""
    return True


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that checks and conversations share; unchangeable once read."""

    scales: Mapping[str, ScalePart] = field(default_factory=dict)
    placeholders: Placeholders = field(default_factory=Placeholders)
    words: Words = field(default_factory=Words)
    frame: Frame = field(default_factory=Frame)
    marks: Mapping[str, Mark] = field(default_factory=dict)
    concepts: frozenset[str] = frozenset()  # the names of pictures; empty: not checked
    speaks: Callable[[str], bool] = _anything  # whether some voice here speaks a language
    on_screen: int = 4  # how many choices a person sees at once; more come in pages
    languages: tuple[str, ...] = ()  # in use here
    translations: Mapping[tuple[str, str], Translation] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        """The words in which people answer."""
        return self.frame.language
