"""The choices of a question made ready for listening, and what of them is in a reply."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeVar

from checkin.conversation.replies.language import Language
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.phrases import (
    Phrases,
    Words,
    by_first_word,
    every_phrase,
    phrase_at,
)
from checkin.conversation.replies.spelling import meant

SHORTEST_HINT = 3  # letters of a word that may hint at a choice
SHORTEST_NAME = 4  # letters of a name to which a deed may be run on
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Offered:
    """The choices of one question, in one language. A phrase that would mean two of them is in none."""

    language: Language
    keys: tuple[str, ...]
    exact: Mapping[Words, str]
    key_of: Mapping[Words, str]  # exact and, shortened, what people leave of a label
    phrases: Phrases
    only_in: Mapping[str, str]  # a word that belongs to one choice alone
    words: frozenset[str]
    turned: frozenset[str]  # choices that say not, no, none
    gloomy: frozenset[str]  # choices that a sad face goes with
    digits: Mapping[str, str]  # a figure in a label, as in "In 2 weeks"


class Found(NamedTuple):
    """The choices a reply names, in the order named, by which words, and the words around them."""

    keys: tuple[str, ...]
    by: tuple[Words, ...]
    rest: Words


@lru_cache(maxsize=256)
def offered_by(options: tuple[Option, ...], language: Language) -> Offered:
    """Make the choices of a question ready, once."""
    known = language.choices
    gloomy = known.turned | known.gloomy
    said = [(phrase, option.key) for option in options for phrase in _said_for(option, language)]
    exact = _of_one_choice(said)
    shorter = _of_one_choice(
        (short, key) for phrase, key in exact.items() for short in _shortened(phrase, language)
    )
    key_of = {**{short: shorter[short] for short in shorter.keys() - dict(said)}, **exact}
    labels = {option.key: language.comparable(option.label).words for option in options}
    turned = frozenset(key for key, label in labels.items() if known.turned & set(label))
    return Offered(
        language=language,
        keys=tuple(labels),
        exact=exact,
        key_of=key_of,
        phrases=by_first_word(key_of),
        only_in=_of_one_choice(_telling_words(exact, turned, language)),
        words=frozenset(word for phrase in exact for word in phrase),
        turned=turned,
        gloomy=frozenset(key for key, label in labels.items() if gloomy & set(label)),
        digits=_of_one_choice(
            (word, key) for key, label in labels.items() for word in label if word.isdigit()
        ),
    )


def found_in(words: Words, offered: Offered) -> Found:
    """Find what is named, longest first: "not going" is one thing and no going is in it."""
    if offered.phrases.telling.isdisjoint(words):
        return Found((), (), words)
    by: list[Words] = []
    rest: list[str] = []
    place = 0
    while place < len(words):
        phrase = phrase_at(words, place, offered.phrases)
        if phrase is None:
            rest.append(words[place])
            place += 1
            continue
        by.append(phrase)
        place += len(phrase)
    keys = dict.fromkeys(offered.key_of[phrase] for phrase in by)
    return Found(tuple(keys), tuple(by), tuple(rest))


def is_bare(phrase: Words, language: Language) -> bool:
    """Whether a phrase is too bare to count inside other words: "me", "I did", "it did"."""
    return _too_bare(language).issuperset(phrase)


def hinted(words: Words, offered: Offered) -> frozenset[str]:
    """Return the choices that a word hints at without naming them: "the way" of "I know the way"."""
    return frozenset(offered.only_in[word] for word in words if offered.only_in.get(word))


def slips_mended(words: Words, offered: Offered) -> Words:
    """Return the words with each typing slip of an offered word put right."""
    return tuple(
        word
        if word in offered.words
        else meant(word, offered.words, offered.language.spelling) or word
        for word in words
    )


def names_mended(words: Words, offered: Offered) -> Words:
    """Return the words with each slip in a name put right: "leena", and "lenas the same"."""
    plain = (
        word[:-1] if word not in offered.words and word.removesuffix("s") in offered.words else word
        for word in names_apart(words, offered)
    )
    return slips_mended(tuple(plain), offered)


def names_apart(words: Words, offered: Offered) -> Words:
    """Return the words apart where a deed was run together, or on to a name: "marcushit me", "hitme"."""
    return tuple(part for word in words for part in _parts(word, offered))


def _parts(word: str, offered: Offered) -> Words:
    deeds = _deeds(offered.language)
    if word in deeds:
        return deeds[word]
    if word not in offered.words:
        for size in range(SHORTEST_NAME, len(word)):
            if word[:size] in offered.words and word[size:] in deeds:
                return (word[:size], *deeds[word[size:]])
    return (word,)


@lru_cache(maxsize=16)
def _deeds(language: Language) -> Mapping[str, Words]:
    """Return what somebody does, as it may be run on to a name: "hit" and "hitme", and what it says."""
    phrases = list(every_phrase(language.cries.by_somebody))
    return {**{one[0]: one[:1] for one in phrases}, **{"".join(one): one for one in phrases}}


def _said_for(option: Option, language: Language) -> Iterator[Words]:
    for wording in (option.label, *option.also):
        words = language.comparable(wording).words
        if words:
            yield words


def _shortened(phrase: Words, language: Language) -> Iterator[Words]:
    start, end = 0, len(phrase)
    while start < end and phrase[start] in language.choices.before:
        start += 1
        yield from _if_telling(phrase[start:end], language)
    while end > start and (
        phrase[end - 1] in language.choices.after or phrase[end - 2 :] == ("of", "it")
    ):
        end -= 2 if phrase[end - 2 : end] == ("of", "it") else 1
        yield from _if_telling(phrase[start:end], language)


def _if_telling(phrase: Words, language: Language) -> Iterator[Words]:
    """Leave out what is too bare, and "was good": it would be heard in "I was good"."""
    if is_bare(phrase, language) or phrase[0] in {"is", "was"} or phrase[0].isdigit():
        return
    yield phrase


def _telling_words(
    exact: Mapping[Words, str], turned: frozenset[str], language: Language
) -> Iterator[tuple[str, str]]:
    """Yield each word that hints at its choice; "pictures" is no hint at "No pictures"."""
    no_hint = _no_hint(language)
    for phrase, key in exact.items():
        for word in phrase:
            if len(word) >= SHORTEST_HINT and word not in no_hint:
                yield word, "" if key in turned else key


def _of_one_choice(pairs: Iterable[tuple[_T, str]]) -> dict[_T, str]:
    """Keep what belongs to one choice alone."""
    owners: dict[_T, set[str]] = {}
    for said, key in pairs:
        owners.setdefault(said, set()).add(key)
    return {said: key for said, keys in owners.items() if len(keys) == 1 for key in keys}


@lru_cache(maxsize=16)
def _no_hint(language: Language) -> frozenset[str]:
    known = language.choices
    return known.harmless | known.before | known.after | known.turned | known.no_hint


@lru_cache(maxsize=16)
def _too_bare(language: Language) -> frozenset[str]:
    return (_no_hint(language) - {"yes", "ok"}) | language.choices.too_bare
