"""Somebody asks for a person: to be rung, or because they are lost or frightened; or for their advocate.

Source: texts.md B.4. No cry, so nobody is rung out of bed; never left for the evening either.
"""

from checkin.conversation.replies.bare_words import bare
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.phrases import Words, apart, holds_any


def asks_for_a_person(words: Words, language: Language) -> bool:
    """Whether somebody is to ring, come or talk: "can someone call me", "im lost".

    "ok but scared" says OK first; its words are read the same day.
    """
    known = language.asking_for_a_person
    if bare(words, language) in known.whole:
        return True
    rest = apart(words, known.not_asked)
    return holds_any(rest, known.asks) or (words[:1] != ("ok",) and holds_any(rest, known.afraid))


def asks_for_an_advocate(words: Words, language: Language) -> bool:
    """Whether their advocate is to be rung: "ring my advocate", "can i talk to my advocate"."""
    known = language.asking_for_a_person
    return holds_any(apart(words, known.no_advocate), known.advocate)
