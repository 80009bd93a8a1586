"""When each word is heard, so that the page can show which one it is.

The engine's own marks are used where it gives them. Else the spoken part is shared out by
letters, which was 108 ms off at the median and 419 ms at worst (parts.md 1).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checkin.speech.engine import Mark
from checkin.speech.sentences import Sentence, Word

_EACH_WORD = 1.2  # in letters
_EACH_DIGIT = 4.0  # "3" is said "three"
_PAUSES = {",": 4.0, ";": 4.0, ":": 4.0}  # a full stop ends a sentence: its silence is cut off


@dataclass(frozen=True, slots=True)
class WordTime:
    """A word as the page shows it, from one millisecond of the clip to another."""

    word: str
    start_ms: int
    end_ms: int


def times_of(
    sentence: Sentence, marks: Sequence[Mark], start_ms: int, end_ms: int
) -> tuple[WordTime, ...]:
    """One time for each word shown; a word with nothing to say gets a time of no length."""
    said = [number for number, word in enumerate(sentence.words) if word.said]
    known = _known_starts(sentence, marks) if marks else {}
    first = said[0] if said else 0
    known |= {first: known.get(first, start_ms), len(sentence.words): end_ms}
    times = dict(_shared_out(sentence.words, said, known))
    return tuple(_with_the_unsaid(sentence.words, times, start_ms))


def _known_starts(sentence: Sentence, marks: Sequence[Mark]) -> dict[int, int]:
    """The number of a word, and the millisecond at which the engine began it."""
    known: dict[int, int] = {}
    place = 0
    for number, word in enumerate(sentence.words):
        if word.said:
            after = place + len(word.said)
            starts = [mark.ms for mark in marks if place <= mark.at < after]
            if starts:
                known[number] = starts[0]
            place = after + 1
    return known


def _shared_out(
    words: Sequence[Word], said: Sequence[int], known: Mapping[int, int]
) -> Iterator[tuple[int, tuple[int, int]]]:
    """Share the time between two known starts among the words that stand there."""
    for first, after in pairwise(sorted(known)):
        run = [number for number in said if first <= number < after]
        weights = [_length(words[number].said) + _pause(words[number].said) for number in run]
        each = max(0, known[after] - known[first]) / (sum(weights) or 1)
        at = float(known[first])
        for number, weight in zip(run, weights, strict=True):
            yield number, (round(at), round(at + _length(words[number].said) * each))
            at += weight * each


def _with_the_unsaid(
    words: Sequence[Word], times: Mapping[int, tuple[int, int]], start_ms: int
) -> Iterator[WordTime]:
    last = start_ms
    for number, word in enumerate(words):
        start, end = times.get(number, (last, last))
        yield WordTime(word.shown, start, end)
        last = end


def _length(said: str) -> float:
    digits = sum(letter.isdigit() for letter in said)
    letters = sum(letter.isalpha() for letter in said)
    return letters + digits * _EACH_DIGIT + _EACH_WORD


def _pause(said: str) -> float:
    return _PAUSES.get(said[-1], 0.0)
