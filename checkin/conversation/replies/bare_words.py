"""What is left of a text when courtesy and repetition are taken away: "stop pls", "STOP STOP" is stop."""

from itertools import groupby

from checkin.conversation.replies.language import Language
from checkin.conversation.replies.phrases import Words


def bare(words: Words, language: Language) -> Words:
    """Return the words without please and thanks, each said once where it was said in a row."""
    courtesy = language.stopping.courtesy
    return tuple(word for word, _ in groupby(word for word in words if word not in courtesy))
