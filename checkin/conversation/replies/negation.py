"""Words that turn an answer round or put it in doubt: with one of these, a person reads the reply.

Source: flow-language.md "Understanding a reply", texts.md D (the negation guard).
"""

from collections.abc import Sequence

from checkin.conversation.replies.language import Language
from checkin.conversation.replies.phrases import Words, holds_any


def casts_doubt(words: Sequence[str], language: Language) -> bool:
    """Whether any of these words, left beside an answer, means that a person must read it."""
    said = language.negation
    return any(
        word in said.turns or word in said.but or word in said.doubt or word in said.others
        for word in words
    )


def not_meant(words: Words, language: Language) -> bool:
    """Whether a saying is in it that sounds like an answer: "good grief", "had enough"."""
    return holds_any(words, language.negation.not_meant)


def is_question(words: Words, language: Language) -> bool:
    """Whether it is asked and not said: "is it good", with or without a question mark."""
    said = language.negation
    first, second = (*words, "", "")[:2]
    return first in said.asking or (first in said.asking_of and second in said.asked_of)
