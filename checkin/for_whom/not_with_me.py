"""One of staff said that they are with the person, who says that it is not so: "no he isnt".

A plain no, or asking where that one is, is that while nothing else asked since; what says that nobody
is there, whatever did.
Source: scenarios.md D25, trust.md A2.
"""

from checkin.conversation.replies.by_the_phone import without_quotes
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.conversation.replies.phrases import Words, holds_any, phrase_at
from checkin.conversation.replies.staff_words import OfStaff
from checkin.for_whom.addressees import NotWithMe
from checkin.for_whom.open_with import OpenWith, SaidWithThem, spoke_last


def not_with_me(said: str, here: OpenWith, journey: OnAJourney) -> NotWithMe | None:
    """Return that it says so, where one of staff said it lately."""
    if here.said_with is None:
        return None
    own, known = without_quotes(said, journey.language), journey.language.of_staff
    words = journey.language.comparable(own).words
    if holds_any(words, known.not_with_me):
        return NotWithMe(said)
    asked = spoke_last(*here.waiting, here.asks(), here.of_staff)
    asked_since = asked is not None and asked.spoke_at > here.said_with.spoke_at
    not_so = _says_no(words, known) or _asks_where_they_are(words, here.said_with, journey)
    return NotWithMe(said) if not_so and not asked_since else None


def _asks_where_they_are(words: Words, said: SaidWithThem, journey: OnAJourney) -> bool:
    """Say whether it asks something of one of those: "wheres Lena"."""
    names = {word for one in said.names for word in journey.language.comparable(one).words}
    asks = not journey.language.own_words.asking.isdisjoint(words[:1])
    return asks and not names.isdisjoint(words)


def _says_no(words: Words, known: OfStaff) -> bool:
    no = bool(known.denies.intersection(words[:1])) and not phrase_at(words, 0, known.no_denial)
    return no or holds_any(words, known.is_alone)
