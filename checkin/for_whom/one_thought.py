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
    """A text that came before. taken: it was understood as an answer or as a command."""

    words: str
    at: datetime
    taken: bool


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
        if one.taken or not (leaves_open(one.words, language) or len(one.words) in FULL_PARTS):
            break
        pieces.insert(0, one.words)
    return joined(pieces)


def readings(words: str, last: Sequence[Earlier], language: Language) -> Iterator[tuple[str, str]]:
    """Yield every way in which the last texts and this one may be one cry, with them as sent.

    What was understood is whole and is not read again, but for what came the wrong way round:
    "ok" and then "im not".
    """
    pieces = [words]
    for one in reversed(last):
        if one.taken:
            break
        pieces.insert(0, one.words)
        yield joined(pieces), joined(pieces, "\n")
    if last and leaves_open(words, language):
        yield joined([words, last[-1].words]), joined([last[-1].words, words], "\n")


def joined(pieces: Sequence[str], between: str = " ") -> str:
    """Join pieces with a space, or a line each; a part that is full goes on in the middle of a word."""
    return "".join(
        piece if len(piece) in FULL_PARTS or place == len(pieces) else f"{piece}{between}"
        for place, piece in enumerate(pieces, start=1)
    )
