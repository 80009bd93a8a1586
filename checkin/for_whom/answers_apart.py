"""What answers staff in a talk that is told to some alone stays there, whatever else is open.

It loses to a cry that is surely one, and to nothing that only may be: whoever asked hears that
soon, and nobody whom the talk is kept from reads a word of it.
Source: thresholds.md T15, trust.md A2.
"""

from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.for_whom.addressees import ForStaff
from checkin.for_whom.courtesy import is_courtesy
from checkin.for_whom.open_with import OpenWith, WordsOfStaff


def asked_apart(here: OpenWith) -> WordsOfStaff | None:
    """Return words of staff in such a talk, while nothing but that talk spoke to the person since."""
    words, told = here.of_staff, here.telling
    if words is None or words.apart is None:
        return None
    others = (
        *here.alerts,
        *here.waiting,
        here.asks(),
        told if told and told.by_text and told.id != words.apart else None,
    )
    spoke = [one.spoke_at for one in others if one is not None]
    return words if all(at < words.sent_at for at in spoke) else None


def answers_apart(words: str, here: OpenWith, journey: OnAJourney) -> ForStaff | None:
    """Return whoever asked, where own words answer them."""
    asked = asked_apart(here)
    return ForStaff(asked.id, words, is_courtesy(words, journey)) if asked else None


def calls_apart(words: str, here: OpenWith) -> ForStaff | None:
    """Return whoever asked, where words may call for somebody and may as well answer them."""
    asked = asked_apart(here)
    return ForStaff(asked.id, words, calls=True) if asked else None
