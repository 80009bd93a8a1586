"""What is left of a text when courtesy and repetition are taken away: "stop pls", "STOP STOP" is stop."""

from functools import lru_cache
from itertools import groupby

from checkin.conversation.replies.language import Language
from checkin.conversation.replies.phrases import Words


@lru_cache(maxsize=64)  # one text is asked for its bare words many times
def bare(words: Words, language: Language) -> Words:
    """Return the words without please and thanks, each said once where it was said in a row."""
    courtesy = language.stopping.courtesy
    return tuple(word for word, _ in groupby(word for word in words if word not in courtesy))
