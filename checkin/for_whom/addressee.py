"""For whom a text is: one checkpoint, one conversation, one alert, all that is open, or a reader.

A cry for help is for all, alone or in pieces; anything else is heard by whom `who_hears` names.
Source: texts.md B.4.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from checkin.conversation.replies.language import Language
from checkin.conversation.replies.meaning import (
    CallMe,
    Free,
    Help,
    Late,
    Ok,
    SecretWord,
    StartTexts,
    StopTexts,
)
from checkin.conversation.replies.on_a_journey import OnAJourney, hear
from checkin.conversation.replies.understanding import Command, Taken, understand
from checkin.for_whom.addressees import Addressee, ForAll, ForConversation
from checkin.for_whom.after_a_telling import asks_after_it, is_of_it
from checkin.for_whom.answers_apart import calls_apart, may_tell_of_before
from checkin.for_whom.one_thought import GOES_ON, Earlier, as_one, just_before, readings
from checkin.for_whom.open_with import Conversation, OpenWith
from checkin.for_whom.who_hears import Thought


def addressee(
    words: str, before: Sequence[Earlier], open_with: OpenWith, journey: OnAJourney, now: datetime
) -> Addressee:
    """Return for whom a text is; any text at all has an addressee or a reader.

    `before` are the texts that came before it, the oldest first.
    """
    journey = replace(
        journey, checkpoint_open=open_with.asks() is not None, day_off=open_with.day_off
    )
    last = just_before(before, now)
    ways = readings(words, _since_it_was_told(last, journey), journey.language)
    cry = _cry(((words, words), *ways), journey)
    if cry:
        return _without_all(words, cry, open_with, journey, now) or ForAll(cry)
    alone = hear(words, journey)
    if isinstance(alone, StopTexts | StartTexts):  # the phone company has acted on it already
        return ForAll(alone)
    of_a_telling = is_of_it(words, open_with, journey)
    if of_a_telling and isinstance(alone, Free | CallMe | Ok | Late):
        return of_a_telling
    goes_on = _goes_on(words, last, open_with, journey.language, now)
    if goes_on and isinstance(alone, Free):
        return ForConversation(goes_on.id, words, "goes_on")
    return Thought(as_one(words, last, journey.language), last, open_with, journey, now).addressee()


def _since_it_was_told(last: Sequence[Earlier], journey: OnAJourney) -> Sequence[Earlier]:
    """Return the texts since the last that went to some alone, though it may be a cry: it is whole."""
    told = [
        place
        for place, one in enumerate(last)
        if may_tell_of_before(hear(one.words, journey), journey)
    ]
    return last[told[-1] + 1 :] if told else last


def _without_all(
    words: str, cry: SecretWord | Help, open_with: OpenWith, journey: OnAJourney, now: datetime
) -> Addressee | None:
    """Return who hears a cry that may as well go on with what was told to some alone."""
    apart = calls_apart(words, cry, open_with, journey)
    return apart or asks_after_it(words, cry, open_with, journey, now)


def _goes_on(
    words: str, last: Sequence[Earlier], open_with: OpenWith, language: Language, now: datetime
) -> Conversation | None:
    """Return where own words of a moment ago go on, unless this plainly answers what came since."""
    if not last or now - last[-1].at > GOES_ON:
        return None
    before = last[-1].words
    kept = (one for one in open_with.waiting if before.strip() and one.kept.endswith(before))
    talk = next(kept, None)
    if talk is None:
        return None
    meaning = understand(words, talk.options, language, many=talk.many)
    return None if isinstance(meaning, Taken | Command) else talk


def _cry(ways: Iterable[tuple[str, str]], journey: OnAJourney) -> SecretWord | Help | None:
    """Return the cry that one way of reading is, in the words as they were sent."""
    for way, as_sent in ways:
        match hear(way, journey):
            case Help():
                return Help(as_sent)
            case SecretWord() as word:
                return word
            case _:
                pass
    return None
