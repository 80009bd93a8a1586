"""For whom a text is: one checkpoint, one conversation, one alert, all that is open, or a reader.

A cry for help is for all, alone or in pieces; anything else is heard by whom `who_hears` names.
Source: texts.md B.4.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from checkin.conversation.replies.language import Language
from checkin.conversation.replies.meaning import (
    CallMe,
    Free,
    Help,
    SecretWord,
    StartTexts,
    StopTexts,
)
from checkin.conversation.replies.on_a_journey import OnAJourney, hear
from checkin.conversation.replies.understanding import Command, Taken, understand
from checkin.for_whom.addressees import Addressee, ForAll, ForConversation
from checkin.for_whom.after_a_telling import is_hurt_again
from checkin.for_whom.answers_apart import calls_apart
from checkin.for_whom.not_with_me import not_with_me
from checkin.for_whom.one_thought import GOES_ON, Earlier, as_one, just_before, readings
from checkin.for_whom.open_with import Conversation, OpenWith
from checkin.for_whom.some_alone import hears_call, hears_first
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
    ways = readings(words, last, journey.language) if _is_no_call(last, journey) else ()
    cry = _cry(((words, words), *ways), journey)
    if cry:
        return hears_call(words, cry.heard, open_with, journey, now) or ForAll(cry.as_sent)
    alone = hear(words, journey)
    if isinstance(alone, StopTexts | StartTexts):  # the phone company has acted on it already
        return ForAll(alone)
    first = not_with_me(words, open_with, journey) or hears_first(words, alone, open_with, journey)
    if first:
        return first
    again = is_hurt_again(words, open_with, journey)
    if again:
        return calls_apart(words, open_with) or again
    goes_on = _goes_on(words, last, open_with, journey.language, now)
    if goes_on and isinstance(alone, Free):
        return ForConversation(goes_on.id, words, "goes_on")
    return Thought(as_one(words, last, journey.language), last, open_with, journey, now).addressee()


def _is_no_call(last: Sequence[Earlier], journey: OnAJourney) -> bool:
    """Whether the text before is no call by itself that went to some alone: that one is whole."""
    apart = [hear(one.words, journey) for one in last[-1:] if one.apart]
    return not any(isinstance(one, Help | CallMe) for one in apart)


def _goes_on(
    words: str, last: Sequence[Earlier], open_with: OpenWith, language: Language, now: datetime
) -> Conversation | None:
    """Return where own words of a moment ago go on, unless this plainly answers what came since."""
    if not last or last[-1].apart or now - last[-1].at > GOES_ON:
        return None
    before = last[-1].words
    kept = (one for one in open_with.waiting if before.strip() and one.kept.endswith(before))
    talk = next(kept, None)
    if talk is None:
        return None
    meaning = understand(words, talk.options, language, many=talk.many)
    return None if isinstance(meaning, Taken | Command) else talk


class _Cry(NamedTuple):
    """A cry as it was heard, which may be of several texts, and in the words that are sent on."""

    heard: SecretWord | Help
    as_sent: SecretWord | Help


def _cry(ways: Iterable[tuple[str, str]], journey: OnAJourney) -> _Cry | None:
    """Return the cry that one way of reading is."""
    for way, as_sent in ways:
        match hear(way, journey):
            case Help() as help_:
                return _Cry(help_, Help(as_sent))
            case SecretWord() as word:
                return _Cry(word, word)
            case _:
                pass
    return None
