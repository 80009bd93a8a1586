"""Who will see this: faces and names, on every question."""

from dataclasses import dataclass

from flask import Response

from checkin.channels.tablet.conversing import Conversing, conversing
from checkin.channels.tablet.page import say, show, tablet
from checkin.conversation.talking.about import Listed

PICKED = "who_i_pick"


@dataclass(frozen=True, slots=True)
class WhoSees:
    """Who will see what is said here: the sentence, and a face for each who is named."""

    words: str
    people: tuple[Listed, ...]


def who_sees(now: Conversing) -> WhoSees:
    """Return who will see the answers of this check-in."""
    if PICKED in now.prompt.seen_by:
        return WhoSees("The people you pick will see this.", ())
    names = now.value("sees_names") or "Staff"
    return WhoSees(say("who_sees", sees_names=names), tuple(now.faces("sees_names")))


@tablet.get("/check-in/<check_in_id>/who-sees")
def who_sees_page(check_in_id: str) -> Response:
    """Say who will see this, and why we ask."""
    now = conversing(check_in_id)
    return show("who_sees", now.here, now=now, who=who_sees(now))
