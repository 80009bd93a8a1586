"""Finding words that stand side by side in what was said."""

from collections.abc import Iterable, Mapping

Words = tuple[str, ...]
Phrases = Mapping[str, tuple[Words, ...]]
Whole = frozenset[Words]  # each a whole reply


def by_first_word(phrases: Iterable[Words]) -> Phrases:
    """Sort phrases by their first word, longest first, so that few need to be compared."""
    sorted_by: dict[str, list[Words]] = {}
    for phrase in sorted(filter(None, phrases), key=len, reverse=True):
        sorted_by.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(group) for first, group in sorted_by.items()}


def phrase_at(words: Words, place: int, phrases: Phrases) -> Words | None:
    """Return the longest phrase that begins at this place."""
    for phrase in phrases.get(words[place], ()):
        if words[place : place + len(phrase)] == phrase:
            return phrase
    return None


def holds_any(words: Words, phrases: Phrases) -> bool:
    """Whether one of the phrases stands anywhere in the words."""
    if phrases.keys().isdisjoint(words):
        return False
    return any(
        phrase_at(words, place, phrases) for place, word in enumerate(words) if word in phrases
    )


def apart(words: Words, phrases: Phrases) -> Words:
    """Return the words with a gap in place of each phrase, so that what is left does not run together."""
    if phrases.keys().isdisjoint(words):
        return words
    rest: list[str] = []
    place = 0
    while place < len(words):
        phrase = phrase_at(words, place, phrases)
        rest.append("" if phrase else words[place])
        place += len(phrase or words[place : place + 1])
    return tuple(rest)


def without_any(words: Words, phrases: Phrases) -> Words:
    """Return the words with every phrase taken out."""
    rest: list[str] = []
    place = 0
    while place < len(words):
        phrase = phrase_at(words, place, phrases)
        if phrase is None:
            rest.append(words[place])
        place += len(phrase or words[place : place + 1])
    return tuple(rest)
