"""What own words are: a worry, a wish, a question, thanks, or an OK. They are met as that.

Who reads them, and how soon, is the same for all but thanks and an OK, which ask for nothing and
tell nothing that is new: they are kept, and open nothing. What is in doubt opens.
"""

from typing import Literal

from checkin.conversation.replies.all_is_ok import says_more, thanks_somebody
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.meaning import Ok
from checkin.conversation.replies.on_a_journey import OnAJourney, hear
from checkin.conversation.replies.phrases import apart, holds_any

OwnWordsAre = Literal["worry", "wish", "question", "thanks", "ok", "words"]
OPEN_NOTHING: tuple[OwnWordsAre, ...] = ("thanks", "ok")
QUESTION_MARK = "?"


def open_nothing(said: str, journey: OnAJourney) -> bool:
    """Say whether these words ask for nothing, and say of how things are no more than OK."""
    return own_words_are(said, journey) in OPEN_NOTHING


def own_words_are(said: str, journey: OnAJourney) -> OwnWordsAre:
    """Return what these words are; where they are several things, the one that weighs most."""
    known = journey.language.own_words
    words = apart(journey.language.comparable(said).words, known.no_worries)
    if holds_any(words, known.worries):
        return "worry"
    if holds_any(words, known.wishes):
        return "wish"
    if QUESTION_MARK in said or not known.asking.isdisjoint(words[:1]):
        return "question"
    if holds_any(words, known.meals):
        return "wish"
    names = [name for one in journey.around for name in (one.label, *one.also) if name]
    if thanks_somebody(said, names, journey.language):
        return "thanks"
    return "ok" if _is_no_more_than_ok(said, journey) else "words"


def _is_no_more_than_ok(said: str, journey: OnAJourney) -> bool:
    """Whether it is an OK that says no more than where they are: "ok on the bus now"."""
    meaning = hear(said, journey)
    if not isinstance(meaning, Ok):
        return False
    return meaning.words is None or not says_more(_words(said, journey.language), journey.language)


def _words(said: str, language: Language) -> tuple[str, ...]:
    return language.comparable(said).words
