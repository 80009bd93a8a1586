"""Finding words that stand side by side in what was said."""

from collections.abc import Collection, Iterable, Iterator, Mapping

Words = tuple[str, ...]
Phrases = Mapping[str, Mapping[int, Collection[Words]]]  # by first word, then length, longest first
Whole = frozenset[Words]  # each a whole reply
_NONE: Mapping[int, Collection[Words]] = {}


def by_first_word(phrases: Iterable[Words]) -> Phrases:
    """Sort phrases by their first word and their length, so that few need to be compared."""
    sorted_by: dict[str, dict[int, set[Words]]] = {}
    for phrase in sorted(filter(None, phrases), key=len, reverse=True):
        sorted_by.setdefault(phrase[0], {}).setdefault(len(phrase), set()).add(phrase)
    return sorted_by


def every_phrase(phrases: Phrases) -> Iterator[Words]:
    """Yield them all."""
    for by_length in phrases.values():
        for alike in by_length.values():
            yield from alike


def phrase_at(words: Words, place: int, phrases: Phrases) -> Words | None:
    """Return the longest phrase that begins at this place."""
    for length, alike in phrases.get(words[place], _NONE).items():
        piece = words[place : place + length]
        if piece in alike:
            return piece
    return None


def holds_any(words: Words, phrases: Phrases) -> bool:
    """Whether one of the phrases stands anywhere in the words."""
    if phrases.keys().isdisjoint(words):
        return False
    for place, word in enumerate(words):
        if word in phrases and phrase_at(words, place, phrases):
            return True
    return False


def apart(words: Words, phrases: Phrases) -> Words:
    """Return the words with a gap in place of each phrase, so that what is left does not run together."""
    return _with_each(phrases, words, ("",))


def without_any(words: Words, phrases: Phrases) -> Words:
    """Return the words with every phrase taken out."""
    return _with_each(phrases, words, ())


def _with_each(phrases: Phrases, words: Words, instead: Words) -> Words:
    if phrases.keys().isdisjoint(words):
        return words
    rest: list[str] = []
    place = 0
    while place < len(words):
        word = words[place]
        phrase = phrase_at(words, place, phrases) if word in phrases else None
        rest += instead if phrase else (word,)
        place += len(phrase) if phrase else 1
    return tuple(rest)
