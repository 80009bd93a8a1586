"""Whom somebody names in their own words where faces are offered: taken where nothing else is said.

"Not Lena please" keeps it from Lena; "everyone but Lena" is left to a reader, and closes.
Source: flow-library.md M2; a wrong name is worse than none.
"""

from collections.abc import Collection

from checkin.conversation.replies.language import Choices, Language
from checkin.conversation.replies.offered import Found, found_in, offered_by
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.phrases import Words


def named_to_keep_from(
    said: str, options: tuple[Option, ...], language: Language
) -> tuple[str, ...]:
    """Return the keys of those it is to be kept from; none where that is not certain."""
    found = _found(said, options, language)
    return found.keys if _means_to_keep(found.rest, language.choices) else ()


def named_to_see(said: str, options: tuple[Option, ...], language: Language) -> tuple[str, ...]:
    """Return the keys of those who should see it; none where that is not certain."""
    found = _found(said, options, language)
    return found.keys if _only(found.rest, language.choices.showing) else ()


def _found(said: str, options: tuple[Option, ...], language: Language) -> Found:
    heard = language.comparable(said)
    if heard.asks or heard.quotes:
        return Found((), (), ())
    return found_in(heard.words, offered_by(options, language))


def _means_to_keep(rest: Words, known: Choices) -> bool:
    tells = not known.telling.isdisjoint(rest)
    denies = not {"not", "never"}.isdisjoint(rest)
    return _only(rest, known.keeping | known.telling) and (denies or not tells)


def _only(rest: Words, known: Collection[str]) -> bool:
    return all(word in known for word in rest)
