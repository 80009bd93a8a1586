"""A text tells that somebody hurts the person: a telling, and where it calls for help too, a call.

What is kept from somebody is the telling alone: a call for help is hidden from nobody, and never
swallowed. Source: thresholds.md T15, trust.md A2.
"""

from collections.abc import Collection
from dataclasses import replace
from typing import NamedTuple

from checkin.conversation.flows.level import Level
from checkin.conversation.replies.by_the_phone import without_quotes
from checkin.conversation.replies.hurt_by import HurtBy, hurt_again, hurt_by
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.meaning import CallMe, Help
from checkin.conversation.replies.named_too import named_too, whom_named
from checkin.conversation.replies.on_a_journey import OnAJourney, hear
from checkin.conversation.replies.phrases import Words, holds_any, without_any


class HurtTold(NamedTuple):
    """Who hurts them, as the words say it. `calls`: they call for help in the same breath.

    `asks`: how soon others are asked, where words only name them.
    """

    by: HurtBy
    calls: bool
    asks: Level = "today"

    @property
    def level(self) -> Level:
        """How soon others are told: of a hurt at once."""
        return "now" if self.by.hurts else self.asks


def hurt_told(
    said: str, journey: OnAJourney, out: Collection[str] = (), *, before: bool = False
) -> HurtTold | None:
    """Return what words tell of somebody hurting them; None where they do not, or are a call alone.

    `out`: from whom something they told is kept that is open; a cry that names one of them is more
    of it ("help marcus is here"). `before`: they told of a hurt before, so that "again" is one.
    """
    own = without_quotes(said, journey.language)
    by = hurt_by(own, journey.around, journey.language)
    if before and by is None:
        by = hurt_again(own, journey.around, journey.language)
    return HurtTold(by, _calls(own, journey)) if by else _more_told(own, journey, out)


def _more_told(own: str, journey: OnAJourney, out: Collection[str]) -> HurtTold | None:
    if not set(out).intersection(whom_named(own, journey.around, journey.language)):
        return None
    by = named_too(own, journey.around, journey.language)
    return HurtTold(by or HurtBy((), unclear=False), calls=True)


def asks_beside(said: str, journey: OnAJourney) -> bool:
    """Say whether words of a hurt ask for somebody too, or for help: "Marcus hit me, call me"."""
    words, cries = (
        journey.language.comparable(without_quotes(said, journey.language)).words,
        journey.language.cries,
    )
    beside = without_any(without_any(words, cries.by_somebody), cries.afraid_of)
    return isinstance(hear(" ".join(beside), replace(journey, around=())), Help | CallMe)


def _calls(own: str, journey: OnAJourney) -> bool:
    """Say whether it goes on now, or what stands beside it is a cry of its own."""
    words = journey.language.comparable(own).words
    return _goes_on(words, journey.language) or _cries_beside(words, journey)


def _goes_on(words: Words, language: Language) -> bool:
    return holds_any(words, language.cries.goes_on)


def _cries_beside(words: Words, journey: OnAJourney) -> bool:
    beside = without_any(words, journey.language.cries.by_somebody)
    return isinstance(hear(" ".join(beside), replace(journey, around=())), Help)
