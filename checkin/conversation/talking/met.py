"""Own words are met before anything else is asked, as what they are: a worry, a wish, thanks.

What they are is one thought, for the next page, the end and texts (replies/own_words.py).
"""

from checkin.conversation.replies.hurt_by import hurt_by
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.conversation.replies.own_words import OwnWordsAre, own_words_are
from checkin.conversation.talking.fixed import said_of
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.heard_in_words import call_in
from checkin.conversation.talking.scene import Scene


def met(now: Scene, given: Given) -> str | None:
    """Return what is said back to own words on the page after them; a text is met where it is heard."""
    if not given.words or not now.manner.has_pages:
        return None
    journey = OnAJourney(now.frame.language, around=now.around)
    name = f"met_{_are(given, given.words, journey)}"
    return said_of(now, name) if name in now.frame else None


def _are(given: Given, words: str, journey: OnAJourney) -> OwnWordsAre:
    """Return what they are; a hurt, and who calls for somebody, are met as a worry is."""
    calls = hurt_by(words, journey.around, journey.language) or call_in(given, journey)
    return "worry" if calls else own_words_are(words, journey)
