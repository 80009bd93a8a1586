"""Texts about the day itself: not going today, and where the safe places are.

Source: texts.md B.4.
"""

from checkin.conversation.replies.normal import as_phrases, as_whole
from checkin.conversation.replies.phrases import Words, by_first_word, each, holds_any, without_any

USUAL_PLACES = each("group art hall club college work class school cafe library centre center")


# "cant go" and "cant make it" may come from somebody who is stuck: a person reads those.
_NOT_GOING = as_phrases(
    "not going", "not coming", "wont be going", "wont be coming", "wont go", "wont come", "cant come",
    "cant go today", "cant make it today", "not going in", "staying home", "staying at home", "staying in",
)  # fmt: skip
_WHY_AND_WHERE = by_first_word(
    (
        *as_whole("not well", "not feeling well", "im ill", "im sick", "im poorly", "im tired", "feel sick", "feeling ill", "feeling sick", "feeling poorly", "feeling rough", "feeling unwell", "not anymore", "anymore", "no longer"),
        *as_whole("feel ill", "too tired", "headache", "a cold", "thank you"),
        *((to, *the, place) for to in ("to", "in") for the in ((), ("the",)) for place in USUAL_PLACES),
    )
)  # fmt: skip
_BESIDE_NOT_GOING = each(
    "i am today sorry thanks please hi hello ok no just ill sick poorly tired unwell because have got and now"
)
_BESIDE_PLACE = each(
    "place places safe a my please the nearest where is are hi hello what near me list send show ok"
)


def says_not_going(words: Words) -> bool:
    """Whether it says "not going" for today and nothing that could be meant of something else."""
    if words[:2] == ("is", "not"):  # "aint going"
        words = words[1:]
    rest = without_any(without_any(words, _NOT_GOING), _WHY_AND_WHERE)
    return holds_any(words, _NOT_GOING) and _BESIDE_NOT_GOING.issuperset(rest)


def says_place(words: Words) -> bool:
    """Whether it asks for the safe places: PLACE, "where is my nearest safe place"."""
    return not {"place", "places"}.isdisjoint(words) and _BESIDE_PLACE.issuperset(words)
