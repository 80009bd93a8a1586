"""Of whom somebody says they are afraid, by name: that is told as a hurt is, and kept from them.

"Scared of Lena", "Lena frightens me". Of a thing, or of nobody who is named, it is no telling.
Source: trust.md A2, thresholds.md T15.
"""

from itertools import takewhile

from checkin.conversation.replies.asked_for import not_asked_for
from checkin.conversation.replies.language import Cries, Language
from checkin.conversation.replies.offered import Offered, found_in, names_mended, offered_by
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.phrases import Words, apart, holds_any, phrase_at

NEAR = 4  # words: "scared of being alone with Lena"


def afraid_of(words: Words, people: tuple[Option, ...], language: Language) -> tuple[str, ...]:
    """Return all who are named (keys) where these words say fear of one of them; else none."""
    if not says_fear(words, language):
        return ()
    offered = offered_by(people, language)
    mended = names_mended(apart(words, language.cries.not_afraid), offered)
    found = found_in(mended, offered)
    names = {word for name in found.by for word in name}
    near = (_near(mended, place, offered) for place in range(len(mended)))
    return found.keys if any(not names.isdisjoint(one) for one in near) else ()


def says_fear(words: Words, language: Language) -> bool:
    """Say whether these words may say fear of anybody."""
    known = language.cries
    lists = (known.afraid_of, known.afraid, known.frightens)
    return any(holds_any(words, one) for one in lists)


def _near(words: Words, place: int, offered: Offered) -> Words:
    """Return the words where whoever is feared stands: behind "scared of", before "scares me"."""
    known = offered.language.cries
    of = phrase_at(words, place, known.afraid_of)
    fear = of or phrase_at(words, place, known.afraid)
    if fear:
        behind = words[place + len(fear) :]
        feared = of or not_asked_for(behind, offered, offered.language)
        return _until_it_turns(behind[:NEAR], known) if feared else ()
    before = words[max(0, place - NEAR) : place]
    frightens = phrase_at(words, place, known.frightens)
    return before if frightens and known.things.isdisjoint(before[-1:]) else ()


def _until_it_turns(behind: Words, known: Cries) -> Words:
    """Return what is feared: "scared of the dark can lena come" is no fear of Lena."""
    return tuple(takewhile(lambda word: word not in known.turns_from_fear, behind))
