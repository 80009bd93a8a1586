"""What own words in an answer ask for once it is sent, whatever was picked beside them.

They are heard as a text is. A cry, and who asks for a person, are heard as they are written
(actions/hear_own_words.py); what is told of a hurt, and all of a telling, is for those it is for.
"""

from dataclasses import replace

from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.level import Level
from checkin.conversation.flows.telling import is_telling
from checkin.conversation.replies.hurt_by import hurt_by
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.meaning import CallMe, Help
from checkin.conversation.replies.on_a_journey import OnAJourney, hear
from checkin.conversation.talking.given import Given


def says_hurt(given: Given, language: Language) -> bool:
    """Say whether own words tell that somebody hurts the person, whoever it is."""
    return bool(given.words) and hurt_by(given.words or "", (), language) is not None


def call_in(given: Given, journey: OnAJourney) -> Help | CallMe | None:
    """Return what own words call for: help, or a person."""
    meaning = hear(given.words or "", replace(journey, on_a_page=True)) if given.words else None
    return meaning if isinstance(meaning, Help | CallMe) else None


def told_in(flow: Flow, given: Given, language: Language) -> Level | None:
    """Return how soon somebody is told of these words when they are sent, if for what they say."""
    if says_hurt(given, language):
        return "now"
    if not is_telling(flow):
        return None
    match call_in(given, OnAJourney(language)):
        case Help():
            return "now"
        case CallMe():
            return "soon"
        case _:
            return None
