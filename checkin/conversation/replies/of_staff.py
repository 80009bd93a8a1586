"""Words that name one of staff and are not plainly good: whoever is named does not read them.

They tell of no hurt: they are kept from who is named, as "dont tell Lena" is. "Marcus took me to
the shops", "is Priya in today" and "thanks Jo" are good; "Priya hits", and what is on no list, is not.
Source: trust.md A2.
"""

from collections.abc import Iterator

from checkin.conversation.replies.all_is_ok import thanks_somebody
from checkin.conversation.replies.asked_for import NAMED, with_names_alike
from checkin.conversation.replies.by_the_phone import without_quotes
from checkin.conversation.replies.hurt_by import HurtBy, hurt_by
from checkin.conversation.replies.language import Language, OfStaff
from checkin.conversation.replies.offered import found_in, names_mended, offered_by
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.phrases import Words, holds_any, phrase_at
from checkin.conversation.replies.you import not_as_you


def kept_by(said: str, people: tuple[Option, ...], language: Language) -> HurtBy | None:
    """Return who hurts them as these words say it; else who of staff does not read them, or None."""
    return hurt_by(said, people, language) or named_in_doubt(said, people, language)


def named_in_doubt(said: str, people: tuple[Option, ...], language: Language) -> HurtBy | None:
    """Return who of staff is named (keys) in words that are not plainly good; None where nobody is."""
    by_name = tuple(map(not_as_you, people))
    offered = offered_by(by_name, language)
    own = without_quotes(said, language)
    mended = names_mended(language.comparable(own).words, offered)
    staff = {one.key for one in people if one.reads}
    named = tuple(key for key in found_in(mended, offered).keys if key in staff)
    if not named or _is_good(with_names_alike(mended, offered), language.of_staff):
        return None
    names = [name for one in by_name for name in (one.label, *one.also) if name]
    thanks = thanks_somebody(own, names, language)
    return None if thanks else HurtBy(named, unclear=False, hurts=False)


def _is_good(said: Words, known: OfStaff) -> bool:
    """Say whether each name stands in what is good, and nothing beside it puts that in doubt."""
    words = tuple(_pointing(said, known))
    left = tuple(_told_behind(words, known))
    if (known.beside | {NAMED}).issuperset(left):
        return True
    good = {
        at + place
        for at in range(len(left))
        for place in range(len(phrase_at(left, at, known.good) or ()))
    }
    each = (at for at, word in enumerate(left) if word == NAMED)
    return good.issuperset(each) and not holds_any(words, known.doubtful)


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
