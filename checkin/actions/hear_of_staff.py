"""A text names one of staff in words that are not plainly good: it is kept from them, and rings nobody.

It goes the road of "dont tell Lena": others read it today, and who is named meets nothing of it.
Source: trust.md A2.
"""

from checkin.actions.hear_of_hurt import hear_of_hurt
from checkin.actions.hearing import Hearing
from checkin.conversation.replies.of_staff import named_in_doubt
from checkin.for_whom.hurt_told import HurtTold


def is_kept_from_named(hearing: Hearing, words: str) -> bool:
    """Keep such words from who is named; say whether they are such."""
    journey = hearing.journey
    by = named_in_doubt(words, journey.around, journey.language)
    if by:
        hear_of_hurt(hearing, words, HurtTold(by, calls=False))
    return by is not None
