"""What goes to some alone, before all who else may hear it: the order, in one place.

What answers staff who asked apart stays there; then what was told of a hurt hears what may be of
it. What may call for somebody does so before it is for all, what may be of whom a telling is kept
from before anything hears it, and own words before a call does. Source: thresholds.md T15, texts.md B.4.
"""

from datetime import datetime

from checkin.conversation.replies.cries import without_what_was_before
from checkin.conversation.replies.meaning import CallMe, Free, Help, Late, Meaning, Ok
from checkin.conversation.replies.on_a_journey import OnAJourney, hear
from checkin.for_whom.addressees import ForStaff, ForTelling
from checkin.for_whom.after_a_telling import asks_after_it, goes_on_with_it, is_of_it, is_only_read
from checkin.for_whom.answers_apart import answers_apart, calls_apart
from checkin.for_whom.open_with import OpenWith

SomeAlone = ForStaff | ForTelling
WORDS = Free | CallMe | Ok | Late


def hears_call(
    words: str, meaning: Meaning, here: OpenWith, journey: OnAJourney, now: datetime
) -> SomeAlone | None:
    """Return who alone hears what may call for somebody; None where it is for all."""
    if not _may_tell_of_before(meaning, journey):
        return None
    return calls_apart(words, here) or asks_after_it(words, meaning, here, now)


def _may_tell_of_before(meaning: Meaning, journey: OnAJourney) -> bool:
    """Say whether a call may as well go on with what was told: who asks for a person, a thing taken."""
    if not isinstance(meaning, Help):
        return isinstance(meaning, CallMe)
    rest = without_what_was_before(journey.language.comparable(meaning.words), journey.language)
    return not isinstance(hear(rest, journey), Help)


def hears_first(
    words: str, meaning: Meaning, here: OpenWith, journey: OnAJourney
) -> SomeAlone | None:
    """Return who alone hears it, whatever spoke since; a command is none."""
    if is_only_read(meaning, here):
        return None
    return is_of_it(words, here, journey) if isinstance(meaning, WORDS) else None


def hears_words(words: str, here: OpenWith, journey: OnAJourney, now: datetime) -> SomeAlone | None:
    """Return who alone hears own words that answer no question of ours."""
    return answers_apart(words, here, journey) or goes_on_with_it(words, here, journey, now)
