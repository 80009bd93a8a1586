"""The English words that ship, for tests that listen."""

from typing import Any

from checkin.actions.read_words import read_language
from checkin.conversation.replies import understanding
from checkin.conversation.replies.normal import Comparable
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.understanding import Understood
from checkin.paths import FLOWS

ENGLISH, FAULTS = read_language(FLOWS)


def journey(**agreed: Any) -> OnAJourney:
    """Return what was agreed with somebody who texts in English."""
    return OnAJourney(ENGLISH, **agreed)


def understand(said: str, options: tuple[Option, ...], **how: Any) -> Understood:
    """Understand a reply in English."""
    return understanding.understand(said, options, ENGLISH, **how)


def comparable(said: str) -> Comparable:
    """Read what was said in English."""
    return ENGLISH.comparable(said)
