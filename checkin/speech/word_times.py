"""When each word is heard, so that the page can show which one it is.

The engine's own marks are used where it gives them. Else the spoken part is shared out by
letters: over 109 sentences by Pico the start of a word was 38 ms off at the median, 108 ms at
the 90th percentile and 452 ms at worst.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checkin.speech.engine import Mark
from checkin.speech.sentences import Sentence, Word

# All in letters, fitted to where a recogniser heard the words of those sentences.
_EACH_WORD = 1.2
_LAST_WORD = 4.0  # a voice lingers on it
_PAUSE = 10.0  # after a comma; the silence after a full stop is cut off (see joining.py)
_EACH_DIGIT = 4.0  # "3" is said "three"


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
    weights = _weights(sentence.words)
    first = next(iter(weights), 0)
    known = {first: start_ms} | _known_starts(sentence, marks) | {len(sentence.words): end_ms}
    times = dict(_shared_out(weights, known))
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


def _weights(words: Sequence[Word]) -> dict[int, tuple[float, float]]:
    """The length of each word that is said, and of the pause after it."""
    said = [number for number, word in enumerate(words) if word.said]
    weights = {number: _weight(words[number].said) for number in said}
    for last in said[-1:]:
        weights[last] = (weights[last][0] + _LAST_WORD, 0.0)
    return weights


def _weight(said: str) -> tuple[float, float]:
    digits = sum(letter.isdigit() for letter in said)
    letters = sum(letter.isalpha() for letter in said)
    return letters + digits * _EACH_DIGIT + _EACH_WORD, _PAUSE if said[-1] in ",;:" else 0.0


def _shared_out(
    weights: Mapping[int, tuple[float, float]], known: Mapping[int, int]
) -> Iterator[tuple[int, tuple[int, int]]]:
    """Share the time between two known starts among the words that stand there."""
    for first, after in pairwise(sorted(known)):
        run = {number: weights[number] for number in weights if first <= number < after}
        each = max(0, known[after] - known[first]) / (sum(map(sum, run.values())) or 1)
        at = float(known[first])
        for number, (length, pause) in run.items():
            yield number, (round(at), round(at + length * each))
            at += (length + pause) * each


def _with_the_unsaid(
    words: Sequence[Word], times: Mapping[int, tuple[int, int]], start_ms: int
) -> Iterator[WordTime]:
    last = start_ms
    for number, word in enumerate(words):
        start, end = times.get(number, (last, last))
        yield WordTime(word.shown, start, end)
        last = end
