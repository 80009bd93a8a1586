"""Somebody asks for a person: to be rung, or because they are lost or frightened.

Source: texts.md B.4. No cry, so nobody is rung out of bed; never left for the evening either.
"""

from checkin.conversation.replies.language import Language
from checkin.conversation.replies.phrases import Words, holds_any


def asks_for_a_person(words: Words, language: Language) -> bool:
    """Whether somebody is to ring, come or talk: "can someone call me", "im lost".

    "ok but scared" says OK first; its words are read the same day.
    """
    known = language.asking_for_a_person
    asks = holds_any(words, known.asks) or (words[:1] != ("ok",) and holds_any(words, known.afraid))
    return asks and not holds_any(words, known.not_asked)
