"""What is left of a text when courtesy and repetition are taken away: "stop pls", "STOP STOP" is stop."""

from itertools import groupby

from checkin.conversation.replies.phrases import Words, each

_COURTESY = each("please thanks hi hello hey hiya sorry love mate guys")


def bare(words: Words) -> Words:
    """Return the words without please and thanks, each said once where it was said in a row."""
    return tuple(word for word, _ in groupby(word for word in words if word not in _COURTESY))
