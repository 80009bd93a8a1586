"""Who is asked for by name, or called a help, and who is not: "can Lena come not Marcus".

Words that do more than ask ask for nobody: what cannot be understood closes.
Source: trust.md A2, thresholds.md T15.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from checkin.conversation.replies.language import Cries, Language
from checkin.conversation.replies.offered import Offered, found_in
from checkin.conversation.replies.phrases import Words, phrase_at, without_any

NAMED = "somebody"
"""What stands for names in the lists of what asks for whoever is named."""
Keys = tuple[str, ...]


class _Token(NamedTuple):
    """A word; or names, joined or alone, with whose they are."""

    word: str
    keys: Keys = ()


def not_asked_for(words: Words, offered: Offered, language: Language) -> Keys:
    """Return who of those named (keys) is not asked for: who is behind "not", or all."""
    said = _joined(_tokens(words, offered), language.cries)
    refused, rest = _refused(said, language.cries)
    asked = without_any(tuple(one.word for one in rest), language.cries.asked_for)
    if refused:
        asked = without_any(asked, language.cries.asked_instead)
    if language.cries.beside_asked_for.issuperset(asked):
        return refused
    return tuple(dict.fromkeys(key for one in said for key in one.keys))


def asked_beside(words: Words, offered: Offered, language: Language) -> Keys:
    """Return who is asked for by name (keys) in a part of what is said: Jo in "can jo ring me about marcus"."""
    said = _joined(_tokens(words, offered), language.cries)
    alike = tuple(one.word for one in said)
    asked: dict[str, None] = {}
    place = 0
    while place < len(said):
        phrase = phrase_at(alike, place, language.cries.asked_for) or alike[place : place + 1]
        there = said[place : place + len(phrase)]
        if len(phrase) > 1:
            asked |= dict.fromkeys(key for one in there for key in one.keys)
        place += len(phrase)
    return tuple(asked)


def before_asking(words: Words, offered: Offered, language: Language) -> tuple[Words, Keys]:
    """Return what is said before somebody is asked for, and who is behind "not" there.

    "Marcus hit me can Jo come": somebody must be named before, or nothing of it only asks.
    """
    named = found_in(words, offered).keys
    for place in range(1, len(words)):
        before, behind = words[:place], words[place:]
        there = found_in(behind, offered).keys
        refused = not_asked_for(behind, offered, language) if there else named
        if found_in(before, offered).keys and not set(there) <= set(refused):
            return before, refused
    return words, ()


def is_missed(words: Words, offered: Offered, language: Language) -> bool:
    """Say whether that is of somebody who is missed, and no more: "lena wont come", "missing lena"."""
    said = with_names_alike(words, offered)
    rest = without_any(said, language.cries.for_want)
    return rest != said and language.cries.beside_asked_for.issuperset(rest)


def with_names_alike(words: Words, offered: Offered) -> Words:
    """Return the words with "somebody" in place of each name, or of names that are joined."""
    return tuple(one.word for one in _joined(_tokens(words, offered), offered.language.cries))


def _refused(said: Sequence[_Token], known: Cries) -> tuple[Keys, Sequence[_Token]]:
    """Return who is behind "not", and what is said beside that."""
    words = tuple(one.word for one in said)
    keys: dict[str, None] = {}
    rest: list[_Token] = []
    place = 0
    while place < len(words):
        phrase = phrase_at(words, place, known.not_asked_for)
        end = place + len(phrase or (0,))
        if phrase:
            keys |= dict.fromkeys(key for one in said[place:end] for key in one.keys)
        else:
            rest.append(said[place])
        place = end
    return tuple(keys), rest


def _tokens(words: Words, offered: Offered) -> Iterator[_Token]:
    place = 0
    while place < len(words):
        name = phrase_at(words, place, offered.phrases)
        yield _Token(NAMED, (offered.key_of[name],)) if name else _Token(words[place])
        place += len(name) if name else 1


def _joined(tokens: Iterable[_Token], known: Cries) -> Sequence[_Token]:
    """Return them with "Lena and Jo" as one."""
    found: list[_Token] = []
    for one in tokens:
        between, before = [*found[-1:], _Token("")][0], [*found[-2:-1], _Token("")][0]
        if one.keys and before.keys and between.word in known.joins_names:
            found[-2:] = [_Token(NAMED, (*before.keys, *one.keys))]
        else:
            found.append(one)
    return found
