"""Of whom somebody tells by name, in words that say nothing without it: kept from them as a hurt is.

"Scared of Lena", "hit by Marcus", "Lena shouts at me", "dont want Marcus near me"; a slip in such
words is read as they are. Of a thing, or of nobody who is named, it is no telling.
Source: trust.md A2, thresholds.md T15.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from checkin.conversation.replies.asked_for import is_missed, not_asked_for, with_names_alike
from checkin.conversation.replies.language import Cries, Language
from checkin.conversation.replies.offered import Offered, found_in, names_mended, offered_by
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.phrases import (
    Phrases,
    Words,
    apart,
    every_phrase,
    holds_any,
    phrase_at,
)
from checkin.conversation.replies.spelling import may_mean
from checkin.conversation.replies.you import YOU, pointing, without_you

NEAR = 4  # words: "scared of being alone with Lena"
FAR = 8  # words, and nobody else between: "Lena came in my room and took my clothes off"


def told_of(words: Words, people: tuple[Option, ...], language: Language) -> tuple[str, ...]:
    """Return all who are named (keys) where these words tell of one of them; else none."""
    offered = offered_by(people, language)
    mended = pointing(names_mended(words, offered), offered)
    found = found_in(mended, offered)
    if not found.keys:
        return ()
    names = frozenset(word for name in found.by for word in name)
    return (
        found.keys
        if any(_tells(one, names, offered) for one in _as_meant(mended, names, language))
        else ()
    )


def _as_meant(words: Words, names: frozenset[str], language: Language) -> Iterator[Words]:
    """Yield the words, and the words with one slip put right, in each way that it may be meant."""
    yield words
    for at, word in enumerate(words):
        for meant in () if word in names else may_mean(word, _spoken(language), language.spelling):
            yield (*words[:at], meant, *words[at + 1 :])


@lru_cache(maxsize=16)
def _spoken(language: Language) -> frozenset[str]:
    """Return all words of what may be told of somebody, so that a slip in one is known."""
    lists = (*_behind(language.cries), language.cries.afraid, *_before(language.cries))
    return frozenset(word for one in lists for phrase in every_phrase(one) for word in phrase)


def _tells(words: Words, names: frozenset[str], offered: Offered) -> bool:
    known = offered.language.cries
    left = apart(apart(words, known.denied), known.not_afraid)
    near = (_near(left, place, offered) for place in range(len(left)))
    return (
        holds_any(with_names_alike(left, offered), known.not_near)
        or any(not names.isdisjoint(one) for one in near)
        or (not names.isdisjoint(YOU) and holds_any(left, known.leave_me))
    )


def _behind(known: Cries) -> tuple[Phrases, ...]:
    """Return what has whoever it is told of behind it."""
    return known.afraid_of, known.done_by


def _before(known: Cries) -> tuple[Phrases, ...]:
    """Return what has whoever it is told of before it."""
    return known.frightens, known.does_to_me, known.by_somebody


def _near(words: Words, place: int, offered: Offered) -> Words:
    """Return the words where whoever is told of stands: behind "scared of", before "scares me"."""
    known = offered.language.cries
    of = _first_at(words, place, _behind(known))
    fear = of or phrase_at(words, place, known.afraid)
    if fear:
        behind = words[place + len(fear) :]
        feared = of or not_asked_for(behind, offered, offered.language)
        missed = is_missed(behind, offered, offered.language)
        return _until_it_turns(behind[:NEAR], known) if feared and not missed else ()
    does = _first_at(words, place, _before(known))
    return _who_does(words[:place], known) if does else ()


def _who_does(before: Words, known: Cries) -> Words:
    """Return the words where whoever does it stands: "he" is whoever is named before it."""
    near = before[-NEAR:]
    if not (known.things | known.undone).isdisjoint(before[-1:]):
        return ()
    if not known.he.isdisjoint(near):
        return without_you(before)
    others = known.somebody | known.undone | known.things
    return near + tuple(takewhile(lambda word: word not in others, reversed(before[-FAR:])))


def _first_at(words: Words, place: int, lists: tuple[Phrases, ...]) -> Words | None:
    return next(filter(None, (phrase_at(words, place, one) for one in lists)), None)


def _until_it_turns(behind: Words, known: Cries) -> Words:
    """Return what is feared: "scared of the dark can lena come" is no fear of Lena."""
    return tuple(takewhile(lambda word: word not in known.turns_from_fear, behind))
