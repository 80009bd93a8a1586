"""Whom somebody names in their own words where faces are offered: taken where nothing else is said.

"Not Lena please" keeps it from Lena; "everyone but Lena" is left to a reader, and closes.
Source: flow-library.md M2; a wrong name is worse than none.
"""

from collections.abc import Collection, Iterable

from checkin.conversation.replies.language import Choices, Language
from checkin.conversation.replies.offered import Found, found_in, is_bare, offered_by
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.phrases import Words

DENIALS = frozenset({"not", "never"})


def somebody(key: str, called: str, name: str, language: Language) -> Option:
    """Return somebody as they may be named: by what they are called, the whole name, its first word.

    "The" of "The Safeguarding Office" names nobody.
    """
    first, *_ = name.split(maxsplit=1) or [""]
    known_as = called if _is_name(called, language) else name
    return Option(key, known_as, also=(name, first) if _is_name(first, language) else (name,))


def _is_name(words: str, language: Language) -> bool:
    return not is_bare(language.comparable(words).words, language)


def named_to_keep_from(
    said: str, options: tuple[Option, ...], language: Language
) -> tuple[str, ...]:
    """Return the keys of those it is to be kept from; none where that is not certain."""
    words, found = _found(said, options, language)
    known = language.choices
    certain = _only(found.rest, known.keeping) or _all_denied(words, found, known)
    return found.keys if certain else ()


def named_to_see(said: str, options: tuple[Option, ...], language: Language) -> tuple[str, ...]:
    """Return the keys of those who should see it; none where that is not certain."""
    _, found = _found(said, options, language)
    return found.keys if _only(found.rest, language.choices.showing) else ()


def _found(said: str, options: tuple[Option, ...], language: Language) -> tuple[Words, Found]:
    heard = language.comparable(said)
    if heard.asks or heard.quotes:
        return (), Found((), (), ())
    return heard.words, found_in(heard.words, offered_by(options, language))


def _all_denied(words: Words, found: Found, known: Choices) -> bool:
    """Say whether one "not" stands before all the names: "do not tell Lena or Jo"."""
    denials = [place for place, word in enumerate(words) if word in DENIALS]
    if len(denials) != 1 or not found.by:
        return False
    first, size = found.by[0], len(found.by[0])
    names_begin = next(n for n in range(len(words)) if words[n : n + size] == first)
    others = (word for word in found.rest if word not in DENIALS)
    return denials[0] < names_begin and _only(others, known.denied)


def _only(rest: Iterable[str], known: Collection[str]) -> bool:
    return all(word in known for word in rest)
