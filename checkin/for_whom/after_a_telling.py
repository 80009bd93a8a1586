"""What belongs to what was told of a hurt, and how long: then doubt stays with the telling.

While it is open it hears all own words and who asks for a person, unless something else spoke
since that hears them; and of another who did it too, whatever spoke. Half an hour after we last
wrote about it, a wish or a question that names nobody and is of no hurt is a new thought, and goes
where such texts go. Source: thresholds.md T15, texts.md B.4.
"""

from datetime import datetime, timedelta

from checkin.conversation.replies.language import Language
from checkin.conversation.replies.meaning import CallMe
from checkin.conversation.replies.named_too import names_anybody, tells_of_another
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.conversation.replies.own_words import own_words_are
from checkin.for_whom.addressees import ForTelling, ToAll
from checkin.for_whom.courtesy import is_courtesy
from checkin.for_whom.open_with import OpenWith, Telling, spoke_last

ALL_IS_OF_IT = timedelta(minutes=30)
"""So long after we last wrote about it, all own words are of it."""
NEW_THOUGHT = ("wish", "question")


def asks_after_it(words: str, meaning: ToAll, here: OpenWith) -> ForTelling | None:
    """Let it hear who asks for a person: cover may be whom it is kept from.

    A call for help that came since hears it: whoever has that comes.
    """
    told = here.telling
    if told is None or not isinstance(meaning, CallMe):
        return None
    calls = (one for one in here.alerts if one.calls)
    return ForTelling(told.id, words) if spoke_last(told, *calls) is told else None


def goes_on_with_it(
    words: str, here: OpenWith, journey: OnAJourney, now: datetime
) -> ForTelling | None:
    """Let it hear own words, unless others spoke since who hear them, or they are a new thought."""
    told = here.telling
    if told is None:
        return None
    spoke = spoke_last(told, *here.alerts, *here.waiting, here.of_staff)
    of_it = spoke is told and not _is_new_thought(words, told, journey.language, now)
    if not of_it and not tells_of_another(words, told.around, journey.language):
        return None
    return ForTelling(told.id, words, is_courtesy(words, journey))


def _is_new_thought(words: str, told: Telling, language: Language, now: datetime) -> bool:
    if now - told.spoke_at <= ALL_IS_OF_IT or names_anybody(words, told.around, language):
        return False
    said = set(language.comparable(words).words)
    may_be_of_it = language.cries.of_a_hurt | language.cries.somebody
    return own_words_are(words, language) in NEW_THOUGHT and may_be_of_it.isdisjoint(said)
