"""Texts about the day itself: not going today, and where the safe places are.

Source: texts.md B.4.
"""

from functools import lru_cache

from checkin.conversation.replies.language import Language
from checkin.conversation.replies.phrases import (
    Phrases,
    Words,
    by_first_word,
    holds_any,
    without_any,
)


def says_not_going(words: Words, language: Language) -> bool:
    """Whether it says "not going" for today and nothing that could be meant of something else."""
    plans = language.plans_for_today
    if words[:2] == ("is", "not"):  # "aint going"
        words = words[1:]
    if not holds_any(words, plans.not_going):
        return False
    rest = without_any(without_any(words, plans.not_going), _why_and_where(language))
    return plans.beside_not_going.issuperset(rest)


def says_going(words: Words, language: Language) -> bool:
    """Whether it says "going after all" and nothing else."""
    return words in language.plans_for_today.going


@lru_cache(maxsize=16)
def _why_and_where(language: Language) -> Phrases:
    plans = language.plans_for_today
    where = ((*to, place) for to in plans.to_a_place for place in plans.places)
    return by_first_word([*plans.why, *where])


def says_place(words: Words, language: Language) -> bool:
    """Whether it asks for the safe places: PLACE, "where is my nearest safe place"."""
    plans = language.plans_for_today
    return not plans.place.isdisjoint(words) and plans.beside_place.issuperset(words)
