"""Finding words that stand side by side in what was said."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

Words = tuple[str, ...]
Whole = frozenset[Words]  # each a whole reply
Set = frozenset[str]  # single words
_NONE: Mapping[int, Collection[Words]] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Phrases to look for: by first word, then length, longest first.

    telling: the longest word of each. Most texts hold none of these, and are done with at once.
    """

    begin: Mapping[str, Mapping[int, Collection[Words]]]
    telling: frozenset[str]


def by_first_word(phrases: Iterable[Words]) -> Phrases:
    """Sort phrases by their first word and their length, so that few need to be compared."""
    sorted_by: dict[str, dict[int, set[Words]]] = {}
    every = sorted(filter(None, phrases), key=len, reverse=True)
    for phrase in every:
        sorted_by.setdefault(phrase[0], {}).setdefault(len(phrase), set()).add(phrase)
    return Phrases(sorted_by, frozenset(max(phrase, key=len) for phrase in every))


def every_phrase(phrases: Phrases) -> Iterator[Words]:
    """Yield them all."""
    for by_length in phrases.begin.values():
        for alike in by_length.values():
            yield from alike


def phrase_at(words: Words, place: int, phrases: Phrases) -> Words | None:
    """Return the longest phrase that begins at this place."""
    for length, alike in phrases.begin.get(words[place], _NONE).items():
        piece = words[place : place + length]
        if piece in alike:
            return piece
    return None


def holds_any(words: Words, phrases: Phrases) -> bool:
    """Whether one of the phrases stands anywhere in the words."""
    if phrases.telling.isdisjoint(words):
        return False
    for place, word in enumerate(words):
        if word in phrases.begin and phrase_at(words, place, phrases):
            return True
    return False


def apart(words: Words, phrases: Phrases) -> Words:
    """Return the words with a gap in place of each phrase, so that what is left does not run together."""
    return _with_each(phrases, words, ("",))


def without_any(words: Words, phrases: Phrases) -> Words:
    """Return the words with every phrase taken out."""
    return _with_each(phrases, words, ())


def _with_each(phrases: Phrases, words: Words, instead: Words) -> Words:
    if phrases.telling.isdisjoint(words):
        return words
    rest: list[str] = []
    place = 0
    while place < len(words):
        word = words[place]
        phrase = phrase_at(words, place, phrases) if word in phrases.begin else None
        rest += instead if phrase else (word,)
        place += len(phrase) if phrase else 1
    return tuple(rest)
