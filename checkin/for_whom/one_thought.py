"""Texts that come within a minute may be one thought in pieces: "im not", then "ok".

Source: texts.md B.4, first paragraph.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from checkin.conversation.replies.language import Language
from checkin.conversation.replies.phrases import holds_any, without_any

LAST_MINUTE = timedelta(minutes=1)
GOES_ON = timedelta(seconds=10)
"""So soon after own words nobody has read the next question and answers it in own words."""
FULL_PARTS = (160, 153, 70, 67)
"""Letters in a part of a long text: the next part goes on in the middle of a word."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A text that came before. taken: it was understood as an answer or as a command.

    apart: it went to some alone, and nobody else reads it with what came since.
    """

    words: str
    at: datetime
    taken: bool
    apart: bool = False

    @property
    def whole(self) -> bool:
        """Whether nothing that comes since is read together with it."""
        return self.taken or self.apart


def just_before(before: Sequence[Earlier], now: datetime) -> tuple[Earlier, ...]:
    """Return the texts of the last minute, the oldest first."""
    return tuple(one for one in before if now - one.at <= LAST_MINUTE)


def leaves_open(words: str, language: Language) -> bool:
    """Whether a text ends where nobody ends a sentence: "im not", "i dont feel"."""
    said = language.comparable(words)
    return not language.one_thought.leaves_open.isdisjoint(said.words[-1:]) and not said.asks


def takes_back(words: str, language: Language, *, in_one_breath: bool) -> bool:
    """Whether a text behind an OK says that it is not so; in one breath any "no" does."""
    said = language.comparable(words)
    if said.asks:
        return False
    turned = without_any(said.words, language.all_is_ok.no_harm)
    says_no = not language.negation.turns.isdisjoint(turned)
    return (in_one_breath and says_no) or holds_any(said.words, language.one_thought.takes_back)


def as_one(words: str, last: Sequence[Earlier], language: Language) -> str:
    """Return the text behind whatever before it was left open: "im not" and "ok" are "im not ok"."""
    pieces = [words]
    for one in reversed(last):
        if one.whole or not (leaves_open(one.words, language) or len(one.words) in FULL_PARTS):
            break
        pieces.insert(0, one.words)
    return joined(pieces)


def readings(words: str, last: Sequence[Earlier], language: Language) -> Iterator[tuple[str, str]]:
    """Yield every way in which the last texts and this one may be one cry, with them as sent.

    What was understood is whole and is not read again, but for what came the wrong way round:
    "ok" and then "im not". What went to some alone is not sent on with it.
    """
    if last and last[-1].apart:
        yield from ((way, words) for way in _with_one_apart(words, last[-1].words, language))
        return
    pieces = [words]
    for one in reversed(last):
        if one.whole:
            break
        pieces.insert(0, one.words)
        yield joined(pieces), joined(pieces, "\n")
    if last and leaves_open(words, language):
        yield joined([words, last[-1].words]), joined([last[-1].words, words], "\n")


def _with_one_apart(words: str, apart: str, language: Language) -> Iterator[str]:
    """Yield how it may be one cry with what went to some alone: that ends open, or is no more than "ok"."""
    if leaves_open(apart, language):
        yield joined([apart, words])
    if leaves_open(words, language) and language.comparable(apart).words in language.cries.fine:
        yield joined([words, apart])


def joined(pieces: Sequence[str], between: str = " ") -> str:
    """Join pieces with a space, or a line each; a part that is full goes on in the middle of a word."""
    return "".join(
        piece if len(piece) in FULL_PARTS or place == len(pieces) else f"{piece}{between}"
        for place, piece in enumerate(pieces, start=1)
    )
