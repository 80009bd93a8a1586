"""The choices of a question made ready for listening, and what of them is in a reply."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from checkin.conversation.replies.normal import heard
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.phrases import Phrases, Words, by_first_word, each, phrase_at
from checkin.conversation.replies.spelling import meant

SHORTEST_HINT = 3  # letters of a word that may hint at a choice
_T = TypeVar("_T")

# Words that change nothing, in an answer or beside it.
HARMLESS = each(
    """please thanks hi hello hey hiya i am it have the a an my just really very all super feel feeling
    sorry fully"""
)
TURNED = each("not no never none nothing without")  # words that turn an answer round
_GLOOMY = TURNED | each("stuck worse sad worried scared hurt bad wrong lost angry hate")
_BEFORE = each("i am a an the it is my they just mostly to that me in get")
_AFTER = each("it now yet today for please this that one")
_NO_HINT = (
    HARMLESS | {"is"} | _BEFORE | _AFTER | TURNED | each("with do did stop yes and ok will there")
)
_TOO_BARE = (_NO_HINT - {"yes", "ok"}) | each("know")


@dataclass(frozen=True, slots=True)
class Asked:
    """The choices of one question. A phrase that would mean two of them is in none."""

    keys: tuple[str, ...]
    exact: Mapping[Words, str]
    key_of: Mapping[Words, str]  # exact and, shortened, what people leave of a label
    phrases: Phrases
    only_in: Mapping[str, str]  # a word that belongs to one choice alone
    words: frozenset[str]
    turned: frozenset[str]  # choices that say not, no, none
    gloomy: frozenset[str]  # choices that a sad face goes with
    digits: Mapping[str, str]  # a figure in a label, as in "In 2 weeks"


@dataclass(frozen=True, slots=True)
class Found:
    """The choices a reply names, in the order named, by which words, and the words around them."""

    keys: tuple[str, ...]
    by: tuple[Words, ...]
    rest: Words


@lru_cache(maxsize=256)
def asked_for(options: tuple[Option, ...]) -> Asked:
    """Make the choices of a question ready, once."""
    said = [(phrase, option.key) for option in options for phrase in _said_for(option)]
    exact = _of_one_choice(said)
    shorter = _of_one_choice(
        (short, key) for phrase, key in exact.items() for short in _shortened(phrase)
    )
    key_of = {**{short: shorter[short] for short in shorter.keys() - dict(said)}, **exact}
    labels = {option.key: heard(option.label).words for option in options}
    turned = frozenset(key for key, label in labels.items() if TURNED & set(label))
    return Asked(
        keys=tuple(labels),
        exact=exact,
        key_of=key_of,
        phrases=by_first_word(key_of),
        only_in=_of_one_choice(_telling_words(exact, turned)),
        words=frozenset(word for phrase in exact for word in phrase),
        turned=turned,
        gloomy=frozenset(key for key, label in labels.items() if _GLOOMY & set(label)),
        digits=_of_one_choice(
            (word, key) for key, label in labels.items() for word in label if word.isdigit()
        ),
    )


def found_in(words: Words, asked: Asked) -> Found:
    """Find what is named, longest first: "not going" is one thing and no going is in it."""
    by: list[Words] = []
    rest: list[str] = []
    place = 0
    while place < len(words):
        phrase = phrase_at(words, place, asked.phrases)
        if phrase is None:
            rest.append(words[place])
            place += 1
            continue
        by.append(phrase)
        place += len(phrase)
    keys = dict.fromkeys(asked.key_of[phrase] for phrase in by)
    return Found(tuple(keys), tuple(by), tuple(rest))


def is_bare(phrase: Words) -> bool:
    """Whether a phrase is too bare to count inside other words: "me", "I did", "it did"."""
    return _TOO_BARE.issuperset(phrase)


def hinted(words: Words, asked: Asked) -> frozenset[str]:
    """Return the choices that a word hints at without naming them: "the way" of "I know the way"."""
    return frozenset(asked.only_in[word] for word in words if asked.only_in.get(word))


def slips_mended(words: Words, asked: Asked) -> Words:
    """Return the words with each typing slip of an asked word put right."""
    return tuple(
        word if word in asked.words else meant(word, asked.words) or word for word in words
    )


def _said_for(option: Option) -> Iterator[Words]:
    for wording in (option.label, *option.also):
        words = heard(wording).words
        if words:
            yield words


def _shortened(phrase: Words) -> Iterator[Words]:
    start, end = 0, len(phrase)
    while start < end and phrase[start] in _BEFORE:
        start += 1
        yield from _if_telling(phrase[start:end])
    while end > start and (phrase[end - 1] in _AFTER or phrase[end - 2 :] == ("of", "it")):
        end -= 2 if phrase[end - 2 : end] == ("of", "it") else 1
        yield from _if_telling(phrase[start:end])


def _if_telling(phrase: Words) -> Iterator[Words]:
    """Leave out what is too bare, and "was good": it would be heard in "I was good"."""
    if set(phrase) <= _TOO_BARE or phrase[0] in {"is", "was"} or phrase[0].isdigit():
        return
    yield phrase


def _telling_words(exact: Mapping[Words, str], turned: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield each word that hints at its choice; "pictures" is no hint at "No pictures"."""
    for phrase, key in exact.items():
        for word in phrase:
            if len(word) >= SHORTEST_HINT and word not in _NO_HINT:
                yield word, "" if key in turned else key


def _of_one_choice(pairs: Iterable[tuple[_T, str]]) -> dict[_T, str]:
    """Keep what belongs to one choice alone."""
    owners: dict[_T, set[str]] = {}
    for said, key in pairs:
        owners.setdefault(said, set()).add(key)
    return {said: key for said, keys in owners.items() if len(keys) == 1 for key in keys}
