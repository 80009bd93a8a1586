"""Is a text of somebody it names, who must not read it, and how soon are others asked?

Every road that words take by text asks here first: of a hurt it is a telling; of words that name
one of staff, and are not plainly good, it stays what it is, with its level, and goes to others.
Source: trust.md A2, thresholds.md T15.
"""

from collections.abc import Collection
from typing import NamedTuple

from checkin.conversation.flows.level import Level
from checkin.conversation.replies.hurt_by import HurtBy
from checkin.conversation.replies.meaning import CallMe, Free, Help
from checkin.conversation.replies.of_staff import (
    named_beside_a_cry,
    named_in_doubt,
    named_where_they_call,
)
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.for_whom.addressees import Addressee, ForAlert, ForAll, ForAReader, ForStaff
from checkin.for_whom.hurt_told import HurtTold, hurt_told


class OfSomebody(NamedTuple):
    """The words, and of whom they are."""

    words: str
    told: HurtTold


def of_somebody(
    whom: Addressee, journey: OnAJourney, out: Collection[str] = (), *, before: bool = False
) -> OfSomebody | None:
    """Return of whom a text is that has this addressee; None where all it may be for may read it.

    `out`, `before`: as for `hurt_told`.
    """
    match whom:
        case ForAll(Help(words) as call):
            told = hurt_told(words, journey, out, before=before)
            return (
                OfSomebody(words, told)
                if told
                else _in_doubt(words, named_in_call(call, journey), "now")
            )
        case ForAll(CallMe(words, advocate=False) as call):
            return _in_doubt(words, named_in_call(call, journey), "soon")
        case _:
            words, asks = _asks(whom)
            by = named_in_doubt(words, journey.around, journey.language)
            return _in_doubt(words, by, asks)


def named_in_call(call: Help | CallMe, journey: OnAJourney) -> HurtBy | None:
    """Return who of staff is named in a call, and is not who is plainly asked for."""
    named = named_beside_a_cry if isinstance(call, Help) else named_where_they_call
    return named(call.words, journey.around, journey.language)


def _asks(whom: Addressee) -> tuple[str, Level]:
    """Return the words, where it matters whom they name, and how soon they ask for somebody."""
    match whom:
        case ForAlert(words=words, courtesy=False, calls=calls):
            return words, "now" if calls else "today"
        case ForStaff(words=words, courtesy=False, calls=calls):
            return words, "soon" if calls else "today"
        case ForAReader(Free(words)):
            return words, "today"
        case _:
            return "", "today"


def _in_doubt(words: str, by: HurtBy | None, asks: Level) -> OfSomebody | None:
    return OfSomebody(words, HurtTold(by, calls=False, asks=asks)) if by else None
