"""What own words are: a worry, a wish, a question or thanks. They are met as that; a person reads them.

It changes what is said back, never who reads them, nor how soon.
"""

from typing import Literal

from checkin.conversation.replies.language import Language
from checkin.conversation.replies.phrases import apart, holds_any

OwnWordsAre = Literal["worry", "wish", "question", "thanks", "words"]
QUESTION_MARK = "?"


def own_words_are(said: str, language: Language) -> OwnWordsAre:
    """Return what these words are; where they are several things, the one that weighs most."""
    known = language.own_words
    words = apart(language.comparable(said).words, known.no_worries)
    if holds_any(words, known.worries):
        return "worry"
    if holds_any(words, known.wishes):
        return "wish"
    if QUESTION_MARK in said or not known.asking.isdisjoint(words[:1]):
        return "question"
    return "thanks" if holds_any(words, known.thanks) else "words"
