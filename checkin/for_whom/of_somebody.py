"""Is a text of somebody it names, who must not read it, and how soon are others asked?

Every road that words take by text asks here first: of a hurt it is a telling; of words that name
one of staff, and are not plainly good, it stays what it is, with its level, and goes to others.
Source: trust.md A2, thresholds.md T15.
"""

from collections.abc import Collection
from typing import NamedTuple

from checkin.conversation.flows.level import Level
from checkin.conversation.replies.meaning import CallMe, Free, Help
from checkin.conversation.replies.of_staff import named_beside_a_cry, named_in_doubt
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
    if isinstance(whom, ForAll) and isinstance(whom.meaning, Help):
        words = whom.meaning.words
        told = hurt_told(words, journey, out, before=before)
        return OfSomebody(words, told) if told else _in_doubt(words, journey, "now", cries=True)
    words, asks = _asks(whom)
    return _in_doubt(words, journey, asks) if asks else None


def _asks(whom: Addressee) -> tuple[str, Level | None]:
    """Return the words, and how soon they ask for somebody; None where whom they name is no matter."""
    match whom:
        case ForAll(CallMe(words, advocate=False)):
            return words, "soon"
        case ForAlert(words=words, courtesy=False, calls=calls):
            return words, "now" if calls else "today"
        case ForStaff(words=words, courtesy=False, calls=calls):
            return words, "soon" if calls else "today"
        case ForAReader(Free(words)):
            return words, "today"
        case _:
            return "", None


def _in_doubt(
    words: str, journey: OnAJourney, asks: Level, *, cries: bool = False
) -> OfSomebody | None:
    named = named_beside_a_cry if cries else named_in_doubt
    by = named(words, journey.around, journey.language)
    return OfSomebody(words, HurtTold(by, calls=False, asks=asks)) if by else None
