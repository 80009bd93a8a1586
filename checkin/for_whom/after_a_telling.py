"""What belongs to what was told of a hurt, and how long: then doubt stays with the telling.

While it is open it hears all own words, who asks for a person and "he took my phone", unless
something else spoke since that hears them; and whatever spoke, of another who did it too and of
whoever it is kept from. Half an
hour after they last texted of it, a wish or a question that names nobody and is of no hurt is a new
thought, and goes where such texts go; what came meanwhile of tea and buses puts that off by
nothing: nobody who cooks read it, and that it was missing told of the telling. Source: thresholds.md T15, texts.md B.4.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from checkin.conversation.replies.by_the_phone import without_quotes
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.meaning import CallMe, Help, Meaning
from checkin.conversation.replies.named_too import names_anybody, tells_of_another, whom_named
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.conversation.replies.own_words import own_words_are
from checkin.conversation.replies.understanding import Taken, understand
from checkin.for_whom.addressees import ForAll, ForTelling
from checkin.for_whom.answers_apart import asked_apart
from checkin.for_whom.courtesy import is_courtesy, says_how_they_are
from checkin.for_whom.hurt_told import hurt_told
from checkin.for_whom.open_with import OpenWith, Telling, Thing, spoke_last

ALL_IS_OF_IT = timedelta(minutes=30)
"""So long after they last texted of it, all own words are of it."""
NEW_THOUGHT = ("wish", "question")


def asks_after_it(words: str, meaning: Meaning, here: OpenWith, now: datetime) -> ForTelling | None:
    """Let it hear who asks for a person, or calls of what may be more of it: "he took my phone".

    Cover may be whom it is kept from. A call for help that came since hears who asks for a person:
    whoever has that comes. What may be more of it is so for half an hour, and while nothing else
    spoke.
    """
    told = here.telling
    if told is None or not told.by_text or is_only_read(meaning, here):
        return None
    if isinstance(meaning, CallMe):
        others: Sequence[Thing | None] = [one for one in here.alerts if one.calls]
    elif now - told.spoke_at > ALL_IS_OF_IT:
        return None
    else:
        others = (*here.alerts, *here.waiting, here.asks(), here.of_staff)
    return ForTelling(told.id, words) if spoke_last(told, *others) is told else None


def is_only_read(meaning: Meaning, here: OpenWith) -> bool:
    """Say whether it asks for a person, and what was told is only read today: then it is a call."""
    return isinstance(meaning, CallMe) and here.telling is not None and not here.telling.rings


def is_of_it(words: str, here: OpenWith, journey: OnAJourney) -> ForTelling | None:
    """Let it hear what may be of it, whatever spoke since: "ok lena did too" is read by nobody else.

    So is what names whoever it is kept from and, where an alert would show it to them, what says
    "he" of nobody who is named. What answers a question of ours, or who asked apart, is an answer.
    """
    told, language = here.telling, journey.language
    if told is None or _answers_us(words, here, language):
        return None
    if not tells_of_another(words, journey.around, language):
        named = whom_named(words, journey.around, language)
        shown = bool(here.alerts) and not named and _says_he(words, language)
        if asked_apart(here) or not (shown or not told.out.isdisjoint(named)):
            return None
    return ForTelling(told.id, words)


def is_hurt_again(words: str, here: OpenWith, journey: OnAJourney) -> ForAll | None:
    """Let it be a hurt of its own where one was told before, and is not open: "he did it again".

    Else whoever reads texts read it, and whoever is on cover was rung for "im scared of him".
    """
    if not here.hurt_before or here.telling or hurt_told(words, journey, before=True) is None:
        return None
    return ForAll(Help(words))


def _answers_us(words: str, here: OpenWith, language: Language) -> bool:
    """Say whether it answers a question of ours that waits: "marcus and lena"."""
    asked = (understand(words, one.options, language, many=one.many) for one in here.waiting)
    return any(isinstance(one, Taken) for one in asked)


def _says_he(words: str, language: Language) -> bool:
    said = without_quotes(words, language)
    return not language.cries.he.isdisjoint(language.comparable(said).words)


def goes_on_with_it(
    words: str, here: OpenWith, journey: OnAJourney, now: datetime
) -> ForTelling | None:
    """Let it hear own words, unless others spoke since who hear them, or they are a new thought."""
    told = here.telling
    if told is None or not told.by_text or _is_less_than_a_call(told, here):
        return None
    spoke = spoke_last(told, *here.alerts, *here.waiting, here.of_staff)
    if spoke is not told or _is_new_thought(words, told, journey, now):
        return None
    courtesy = is_courtesy(words, journey) and not says_how_they_are(words, journey)
    return ForTelling(told.id, words, courtesy)


def _is_new_thought(words: str, told: Telling, journey: OnAJourney, now: datetime) -> bool:
    of_it = [at for at, said in told.texts if not _may_be_new(said, journey)]
    since = max(of_it, default=told.spoke_at)
    return now - since > ALL_IS_OF_IT and _may_be_new(words, journey)


def _is_less_than_a_call(told: Telling, here: OpenWith) -> bool:
    """Say whether nobody is rung for it, and somebody is for a call: "please hurry" is of that."""
    return not told.rings and any(one.calls for one in here.alerts)


def _may_be_new(words: str, journey: OnAJourney) -> bool:
    """Say whether it is a wish or a question that names nobody, and is of no hurt."""
    language = journey.language
    if names_anybody(words, journey.around, language):
        return False
    said = set(language.comparable(words).words)
    may_be_of_it = language.cries.of_a_hurt | language.cries.somebody | language.cries.he
    return own_words_are(words, journey) in NEW_THOUGHT and may_be_of_it.isdisjoint(said)
