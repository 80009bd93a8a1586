"""Whether what was said so far, sent or not, may tell of somebody being hurt.

Whoever asks for a person in a telling may, too: "im scared". A voice, a photo or a drawing there may as well: nothing reads it.
"""

from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.level import Level
from checkin.conversation.flows.telling import is_telling
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.conversation.talking.heard_in_words import told_in
from checkin.conversation.talking.picks_so_far import picks_so_far
from checkin.conversation.talking.standing import SoFar

AT_ONCE: tuple[Level, ...] = ("now", "soon")  # what can wait only keeps it from somebody


def tells_of_hurt(flow: Flow, so_far: SoFar, journey: OnAJourney) -> bool:
    """Say whether an answer calls for somebody at once, or is one of a telling that nothing reads."""
    given = so_far.answers.values()
    unread = is_telling(flow) and any(one.media for one in given)
    asks = any(told_in(flow, one, journey) in AT_ONCE for one in given)
    return unread or asks or picks_so_far(flow, so_far, journey).urgent
