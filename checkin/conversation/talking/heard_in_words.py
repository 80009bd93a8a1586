"""What own words in an answer ask for once it is sent, whatever was picked beside them.

They are heard as a text is. A cry, and who asks for a person, are heard as they are written
(actions/hear_own_words.py); what is told of a hurt, and all of a telling, is for those it is for.
"""

from dataclasses import replace

from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.level import Level
from checkin.conversation.flows.telling import is_telling
from checkin.conversation.replies.hurt_by import hurt_by
from checkin.conversation.replies.meaning import CallMe, Help, Meaning
from checkin.conversation.replies.of_staff import kept_by
from checkin.conversation.replies.on_a_journey import OnAJourney, hear
from checkin.conversation.talking.given import Given


def call_in(given: Given, journey: OnAJourney) -> Help | CallMe | None:
    """Return what own words call for: help, or a person; their advocate is for later."""
    match _heard(given, journey):
        case Help() as call:
            return call
        case CallMe(advocate=False) as call:
            return call
        case _:
            return None


def asks_for_advocate(given: Given, journey: OnAJourney) -> bool:
    """Say whether own words ask that their advocate be rung, and for nobody sooner."""
    return _heard(given, journey) == CallMe(given.words or "", advocate=True)


def _heard(given: Given, journey: OnAJourney) -> Meaning | None:
    return hear(given.words, replace(journey, on_a_page=True)) if given.words else None


def told_in(flow: Flow, given: Given, journey: OnAJourney) -> Level | None:
    """Return how soon somebody is told of these words when they are sent, if for what they say.

    Of a hurt, and of fear of somebody around them, whichever flow they stand in.
    """
    known = (given.words or "", journey.around, journey.language)
    by = kept_by(*known)
    if by and by.hurts:
        return "now"
    if not is_telling(flow):
        return "today" if by else None
    if by and hurt_by(*known):  # it only keeps something from somebody: that is of the telling
        return None
    match call_in(given, journey):
        case Help():
            return "now"
        case CallMe():
            return "soon"
        case _:
            return None
