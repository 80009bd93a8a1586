"""Words that name one of staff and are not plainly good: whoever is named does not read them.

They tell of no hurt: they are kept from who is named, as "dont tell Lena" is. "Marcus took me to
the shops", "is Priya in today" and "thanks Jo" are good; "Priya hits", and what is on no list, is not.
Source: trust.md A2.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checkin.conversation.replies.all_is_ok import thanks_somebody
from checkin.conversation.replies.asked_for import NAMED, asked_beside, is_missed, with_names_alike
from checkin.conversation.replies.by_the_phone import without_quotes
from checkin.conversation.replies.hurt_by import HurtBy, hurt_by
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.offered import Offered, found_in, names_mended, offered_by
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.phrases import Words, holds_any, phrase_at, without_any
from checkin.conversation.replies.staff_words import OfStaff
from checkin.conversation.replies.you import not_as_you


def kept_by(said: str, people: tuple[Option, ...], language: Language) -> HurtBy | None:
    """Return who hurts them as these words say it; else who of staff does not read them, or None."""
    return hurt_by(said, people, language) or named_in_doubt(said, people, language)


def named_in_doubt(said: str, people: tuple[Option, ...], language: Language) -> HurtBy | None:
    """Return who of staff is named (keys) in words that are not plainly good; None where nobody is."""
    found = _named(said, people, language)
    if found is None or _is_good(found.alike, language.of_staff):
        return None
    thanks = thanks_somebody(without_quotes(said, language), found.names, language)
    return None if thanks else HurtBy(found.keys, unclear=False, hurts=False)


def named_beside_a_cry(said: str, people: tuple[Option, ...], language: Language) -> HurtBy | None:
    """Return who of staff is named (keys) in a call for help, and is not plainly asked to come."""
    found = _named(said, people, language)
    if found is None or _asks_for(found.alike, language):
        return None
    return _not_of_who_is_asked(found)


def named_where_they_call(
    said: str, people: tuple[Option, ...], language: Language
) -> HurtBy | None:
    """Return who of staff is named (keys) where somebody asks to be rung, and is not plainly wished for.

    Where somebody is, is good to say, and not here: "where is safe, Marcus is outside".
    """
    found = _named(said, people, language)
    if found is None:
        return None
    in_doubt = named_in_doubt(said, people, language)
    if in_doubt is None and not _says_where(found.alike, language.of_staff):
        return None
    return _not_of_who_is_asked(found)


def _not_of_who_is_asked(found: "_Named") -> HurtBy:
    """Return that it is of those named but who is asked: "can Jo ring me about Marcus" is not of Jo."""
    others = tuple(one for one in found.keys if one not in found.asked)
    return HurtBy(others or found.keys, unclear=False, hurts=False)


def _says_where(said: Words, known: OfStaff) -> bool:
    """Say whether it tells where one of them is, or went, and does not ask."""
    words = tuple(_told_behind(said, known))
    return any(
        phrase_at(words, at, known.where) and words[max(0, at - 1)] not in known.quiet
        for at in range(len(words))
    )


class _Named(NamedTuple):
    """Who of staff is named, and asked for; all names there are; and the words, with names alike."""

    keys: tuple[str, ...]
    asked: tuple[str, ...]
    names: Sequence[str]
    alike: Words


def _named(said: str, people: tuple[Option, ...], language: Language) -> _Named | None:
    by_name = tuple(map(not_as_you, people))
    offered = offered_by(by_name, language)
    mended = names_mended(language.comparable(without_quotes(said, language)).words, offered)
    if _is_missed(mended, offered):
        return None
    staff = {one.key for one in people if one.reads}
    keys = tuple(key for key in found_in(mended, offered).keys if key in staff)
    names = [name for one in by_name for name in (one.label, *one.also) if name]
    asked = asked_beside(mended, offered, language)
    return _Named(keys, asked, names, with_names_alike(mended, offered)) if keys else None


def _is_missed(words: Words, offered: Offered) -> bool:
    """Say whether it is fear for want of who is named: "im scared lena wont come"."""
    fears = offered.language.cries.afraid
    behind = (
        words[at + len(fear) :] for at in range(len(words)) if (fear := phrase_at(words, at, fears))
    )
    return any(is_missed(one, offered, offered.language) for one in behind)


def _asks_for(said: Words, language: Language) -> bool:
    """Say whether each name is of who is asked to come, and nothing beside it puts that in doubt."""
    known = language.of_staff
    beside = without_any(said, language.cries.asked_for)
    return NAMED not in beside and not holds_any(said, known.doubtful)


def _is_good(said: Words, known: OfStaff) -> bool:
    """Say whether each name stands in what is good, and nothing beside it puts that in doubt."""
    words = tuple(_pointing(said, known))
    if holds_any(words, known.doubtful) or _only_cries(words, known):
        return False
    return any(_each_is_good(one, known) for one in (words, without_any(words, known.asks)))


def _only_cries(words: Words, known: OfStaff) -> bool:
    """Say whether it is a cry with a name, and no more: "HELP Marcus"."""
    rest = [one for one in words if one not in known.beside and one != NAMED]
    return bool(rest) and known.cries.issuperset(rest)


def _each_is_good(words: Words, known: OfStaff) -> bool:
    left = tuple(_told_behind(words, known))
    if (known.beside | {NAMED}).issuperset(left):
        return True
    good = {
        at + place
        for at in range(len(left))
        for place in range(len(phrase_at(left, at, known.good) or ()))
    }
    each = (at for at, word in enumerate(left) if word == NAMED)
    return good.issuperset(each)


def _told_behind(words: Words, known: OfStaff) -> Iterator[str]:
    """Yield the words, those behind a name without what tells nothing of it: "is very nice" is "nice"."""
    named = False
    for word in words:
        named = named or word == NAMED
        if not named or word not in known.quiet:
            yield word


def _pointing(said: Words, known: OfStaff) -> Iterator[str]:
    """Yield the words; behind a name, "he" is that name."""
    named = False
    for word in said:
        named = named or word == NAMED
        yield NAMED if named and word in known.he else word
