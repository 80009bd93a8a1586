"""Who is kept out by words that go on with a telling: all who are named, but those plainly asked for.

"Lena did too", "and lena", "it was not marcus it was lena": what cannot be understood closes.
"Can lena come" asks for her, and "ring jo not lena" for Jo alone. "She did too" names nobody: nobody can tell who it was.
Source: trust.md A2, thresholds.md T15.
"""

from checkin.conversation.replies.asked_for import not_asked_for
from checkin.conversation.replies.by_the_phone import without_quotes
from checkin.conversation.replies.hurt_by import HurtBy
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.offered import Offered, found_in, names_mended, offered_by
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.phrases import Words, holds_any


def named_too(said: str, people: tuple[Option, ...], language: Language) -> HurtBy | None:
    """Return whom such words keep out; None where nobody, or whoever is named is asked for."""
    words, offered = _read(said, people, language)
    if found_in(words, offered).keys:
        named = not_asked_for(words, offered, language)
        return HurtBy(named, unclear=False) if named else None
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
    return names_mended(own.words, offered), offered
