"""What was said before this sitting is kept and not shown: go on, send it as it is, or leave it.

Its page says the same whatever was said: whoever taps a photo may be the one it is about.
"""

from flask import Response
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock
from checkin.actions.if_left import numbers_to_ring, said_beforehand
from checkin.actions.what_became import what_became
from checkin.actions.who_will import who_has_it
from checkin.channels.tablet.conversing import KEPT_UNSEEN, SENT, Conversing, going_on
from checkin.channels.tablet.going import go_to
from checkin.channels.tablet.here import has_said_since
from checkin.channels.tablet.page import show, tablet
from checkin.conversation.flows.telling import is_telling

LEFT = ("OK. We keep what you told.", "It is not sent.")
THANKED = ("Thank you.", SENT)


@tablet.get("/check-in/<check_in_id>/said-before")
def said_before(check_in_id: str) -> AnyResponse:
    """Say so, before it goes on; where nothing was said before, go on."""
    now = going_on(check_in_id)
    if not now.was_said_before:
        return go_to("tablet.question", check_in_id=check_in_id)
    return said_before_page(now)


def said_before_page(now: Conversing, *, again: bool = False) -> Response:
    """Show what can be done with it now, and nothing of it. `again`: it was pressed before it was seen."""
    sent = now.so_far.end == "sent"
    left = now.so_far.end in ("later", "declined")
    lines = THANKED if sent else LEFT if left else KEPT_UNSEEN
    return show(
        "said_before",
        now.here,
        now=now,
        lines=lines,
        left=left,
        sent=sent,
        told=_told(now),
        again=again,
    )


def _told(now: Conversing) -> tuple[str, ...]:
    """Return who has it once it is sent, what follows if it is left, and whom to ring of a telling."""
    has_it = _who_has(now) if now.so_far.end == "sent" else ()
    if not is_telling(now.flow):
        return has_it
    left = () if now.so_far.end == "sent" else said_beforehand(now.check_in, clock.now())
    return (*has_it, *left, *numbers_to_ring(now.check_in))


def _who_has(now: Conversing) -> tuple[str, ...]:
    """Say it to whoever said some of it here themselves: who only sends it on reads nothing of it."""
    if not has_said_since(now.check_in.id):
        return ()
    at, person = clock.now(), now.here.person
    became = what_became(now.check_in, person, at)
    return who_has_it(became, person, dict(now.so_far.about.values), at)
