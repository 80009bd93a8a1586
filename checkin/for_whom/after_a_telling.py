"""What belongs to what was told of a hurt, and how long: then doubt stays with the telling.

While it is open it hears all own words, who asks for a person and "he took my phone", unless
something else spoke since that hears them; and of another who did it too, whatever spoke. Half an
hour after we last wrote about it, a wish or a question that names nobody and is of no hurt is a new
thought, and goes where such texts go. Source: thresholds.md T15, texts.md B.4.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from checkin.conversation.replies.language import Language
from checkin.conversation.replies.meaning import CallMe, Help
from checkin.conversation.replies.named_too import names_anybody, tells_of_another
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.conversation.replies.own_words import own_words_are
from checkin.conversation.replies.understanding import Taken, understand
from checkin.for_whom.addressees import ForAll, ForTelling, ToAll
from checkin.for_whom.answers_apart import may_tell_of_before
from checkin.for_whom.courtesy import is_courtesy
from checkin.for_whom.hurt_told import hurt_told
from checkin.for_whom.open_with import OpenWith, Telling, Thing, spoke_last

ALL_IS_OF_IT = timedelta(minutes=30)
"""So long after we last wrote about it, all own words are of it."""
NEW_THOUGHT = ("wish", "question")


def asks_after_it(
    words: str, meaning: ToAll, here: OpenWith, journey: OnAJourney, now: datetime
) -> ForTelling | None:
    """Let it hear who asks for a person, or calls of what may be more of it: "he took my phone".

    Cover may be whom it is kept from. A call for help that came since hears who asks for a person:
    whoever has that comes. What may be more of it is so for half an hour, and while nothing else
    spoke.
    """
    told = here.telling
    if told is None or not may_tell_of_before(meaning, journey):
        return None
    if isinstance(meaning, CallMe):
        others: Sequence[Thing | None] = [one for one in here.alerts if one.calls]
    elif now - told.spoke_at > ALL_IS_OF_IT:
        return None
    else:
        others = (*here.alerts, *here.waiting, here.asks(), here.of_staff)
    return ForTelling(told.id, words) if spoke_last(told, *others) is told else None


def another_did_it_too(words: str, here: OpenWith, language: Language) -> ForTelling | None:
    """Let it hear that, whatever spoke since: "ok lena did too" is read by nobody else.

    Where a question of ours waits that it answers, "marcus and lena" is its answer.
    """
    told = here.telling
    if told is None or not tells_of_another(words, told.around, language):
        return None
    asked = (understand(words, one.options, language, many=one.many) for one in here.waiting)
    if any(isinstance(one, Taken) for one in asked):
        return None
    return ForTelling(told.id, words)


def is_hurt_again(words: str, here: OpenWith, journey: OnAJourney) -> ForAll | None:
    """Let it be a hurt of its own where one was told before, and is not open: "he did it again".

    Else whoever reads texts read it, and whoever is on cover was rung for "im scared of him".
    """
    people = here.hurt_before
    if not people or here.telling or hurt_told(words, people, journey, before=True) is None:
        return None
    return ForAll(Help(words))


def goes_on_with_it(
    words: str, here: OpenWith, journey: OnAJourney, now: datetime
) -> ForTelling | None:
    """Let it hear own words, unless others spoke since who hear them, or they are a new thought."""
    told = here.telling
    if told is None:
        return None
    spoke = spoke_last(told, *here.alerts, *here.waiting, here.of_staff)
    if spoke is not told or _is_new_thought(words, told, journey, now):
        return None
    return ForTelling(told.id, words, is_courtesy(words, journey))


def _is_new_thought(words: str, told: Telling, journey: OnAJourney, now: datetime) -> bool:
    language = journey.language
    if now - told.spoke_at <= ALL_IS_OF_IT or names_anybody(words, told.around, language):
        return False
    said = set(language.comparable(words).words)
    may_be_of_it = language.cries.of_a_hurt | language.cries.somebody
    return own_words_are(words, journey) in NEW_THOUGHT and may_be_of_it.isdisjoint(said)
