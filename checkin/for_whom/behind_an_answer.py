"""Words that come right behind an answer to a checkpoint, and change it: "late", then "20"; an OK, then "no".

Source: texts.md B.4, first paragraph.
"""

from collections.abc import Sequence
from datetime import datetime

from checkin.conversation.replies.lateness import says_how_long
from checkin.conversation.replies.meaning import Late
from checkin.conversation.replies.on_a_journey import OnAJourney, hear
from checkin.for_whom.addressees import ForCheckpoint, TakesBack
from checkin.for_whom.one_thought import GOES_ON, Earlier, joined, takes_back
from checkin.for_whom.open_with import OpenWith


def how_late(
    words: str, last: Sequence[Earlier], here: OpenWith, journey: OnAJourney, now: datetime
) -> ForCheckpoint | None:
    """Let "20" behind "late" say how late."""
    point = here.waits_for()
    before = next((one for one in last[-1:] if now - one.at <= GOES_ON), None)
    if before is None or point is None:
        return None
    asked, both = (hear(said, journey) for said in (before.words, joined([before.words, words])))
    how_long = says_how_long(journey.language.comparable(words).words, journey.language)
    if how_long and isinstance(asked, Late) and isinstance(both, Late):
        return ForCheckpoint(point.id, both)
    return None


def takes_ok_back(
    words: str, last: Sequence[Earlier], here: OpenWith, journey: OnAJourney, now: datetime
) -> TakesBack | None:
    """Let the checkpoint that was answered last hear that it is not so.

    Within ten seconds, and nothing said between; later only while it is in time, and nothing else
    today waits.
    """
    point = here.answered_last()
    if point is None or point.answered_at is None:
        return None
    between = any(one.at > point.answered_at for one in last)
    breath = now - point.answered_at <= GOES_ON and not between
    if not breath and not (point.in_time and here.waits_for() is None):
        return None
    said = takes_back(words, journey.language, in_one_breath=breath)
    return TakesBack(point.id, words) if said else None
