"""What is told apart is read aloud on a press alone: whom it is kept from may stand beside them."""

from dataclasses import replace

from checkin.actions.kept_so_far import keeps_anybody_out
from checkin.agreements.how_asked import Sound
from checkin.channels.tablet.conversing import Conversing
from checkin.channels.tablet.here import Here
from checkin.conversation.flows.telling import is_telling


def on_a_press(here: Here) -> Here:
    """Return them as who hears a page once they press Listen, and not before."""
    aloud = here.profile.sound is Sound.ALWAYS
    return replace(here, profile=replace(here.profile, sound=Sound.PRESS)) if aloud else here


def heard_here(now: Conversing) -> Here:
    """Return who hears a page that says back what they told: of what is told apart, on a press."""
    apart = is_telling(now.flow) or keeps_anybody_out(now.here.person.id, now.flow, now.so_far)
    return on_a_press(now.here) if apart else now.here
