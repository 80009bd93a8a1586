"""Who is kept out by words that go on with a telling: all who are named, but those plainly asked for.

"Lena did too", "and lena", "it was not marcus it was lena": what cannot be understood closes.
"Can lena come" asks for her. "She did too" names nobody: nobody can tell who it was.
Source: trust.md A2, thresholds.md T15.
"""

from collections.abc import Iterator

from checkin.conversation.replies.by_the_phone import without_quotes
from checkin.conversation.replies.hurt_by import HurtBy
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.offered import Offered, found_in, offered_by, slips_mended
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.phrases import Words, holds_any, phrase_at, without_any

NAMED = "somebody"
"""What stands for a name in the list of what asks for whoever is named."""
TWO_NAMED = f"{NAMED} and {NAMED}"


def named_too(said: str, people: tuple[Option, ...], language: Language) -> HurtBy | None:
    """Return whom such words keep out; None where nobody, or whoever is named is asked for."""
    words, offered = _read(said, people, language)
    named = found_in(words, offered).keys
    if named:
        asked_for = _are_asked_for(words, offered, language)
        return None if asked_for else HurtBy(named, unclear=False)
    return HurtBy((), unclear=True) if holds_any(words, language.cries.did_too) else None


def names_anybody(said: str, people: tuple[Option, ...], language: Language) -> bool:
    """Say whether any of these people is named."""
    return bool(whom_named(said, people, language))


def whom_named(said: str, people: tuple[Option, ...], language: Language) -> tuple[str, ...]:
    """Return which of these people are named (keys), a slip in a name put right."""
    return found_in(*_read(said, people, language)).keys


def tells_of_another(said: str, people: tuple[Option, ...], language: Language) -> bool:
    """Say whether words say no more than that another did it too: "and lena", "she did too"."""
    found = found_in(*_read(said, people, language))
    as_well = bool(found.keys and found.rest) and language.cries.as_well.issuperset(found.rest)
    return as_well or holds_any(found.rest, language.cries.did_too)


def _read(said: str, people: tuple[Option, ...], language: Language) -> tuple[Words, Offered]:
    """Return their own words, with each slip in a name put right, and the names."""
    offered = offered_by(people, language)
    own = language.comparable(without_quotes(said, language))
    return _names_mended(own.words, offered), offered


def _names_mended(words: Words, offered: Offered) -> Words:
    """Return the words with each slip in a name put right: "leena", and "lenas the same"."""
    plain = (
        word[:-1] if word not in offered.words and word.removesuffix("s") in offered.words else word
        for word in words
    )
    return slips_mended(tuple(plain), offered)


def _are_asked_for(words: Words, offered: Offered, language: Language) -> bool:
    """Say whether all the words ask for who is named, or call them a help."""
    said = " ".join(_without_names(words, offered))
    while TWO_NAMED in said:
        said = said.replace(TWO_NAMED, NAMED)
    rest = without_any(tuple(said.split()), language.cries.asked_for)
    return language.cries.beside_asked_for.issuperset(rest)


def _without_names(words: Words, offered: Offered) -> Iterator[str]:
    place = 0
    while place < len(words):
        name = phrase_at(words, place, offered.phrases)
        yield NAMED if name else words[place]
        place += len(name) if name else 1
