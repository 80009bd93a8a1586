"""Here is what you said: every answer, each changeable, before anything is sent."""

from dataclasses import dataclass

from flask import Response
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock
from checkin.actions.effect_of_sending import effect_of_sending
from checkin.actions.if_left import if_left
from checkin.channels.tablet.conversing import Conversing, conversing
from checkin.channels.tablet.going import go_to, in_address
from checkin.channels.tablet.page import show, tablet
from checkin.channels.tablet.who_sees import who_sees
from checkin.conversation.saying.both_sides import Line, on_the_road, told


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One question as it was asked, and what was said to it, if anything."""

    step: str
    asked: Line
    said: Line | None


def read_back_page(now: Conversing) -> Response:
    """Show all answers with picture and sound; send, change one, or throw all away."""
    answers = [_reviewed(told([given])) for given in on_the_road(now.flow, now.so_far)]
    effect = effect_of_sending(now.check_in, now.flow, now.so_far, clock.now())
    return show(
        "read_back",
        now.here,
        now=now,
        answers=answers,
        who=who_sees(now),
        effect=effect,
        left=if_left(now.check_in, now.flow, now.so_far, clock.now()),
        old_page=in_address("old"),
    )


@tablet.get("/check-in/<check_in_id>/so-far")
def so_far(check_in_id: str) -> AnyResponse:
    """Show both sides of the conversation, in order; each answer can be changed.

    What was sent or thrown away is not there to read again on a tablet that others use too.
    """
    now = conversing(check_in_id)
    if now.here.shared and (now.check_in.sent_at or now.so_far.stage == "ended"):
        return go_to("tablet.my_page")
    return show("so_far", now.here, now=now, lines=told(on_the_road(now.flow, now.so_far)))


def _reviewed(lines: tuple[Line, ...]) -> Reviewed:
    asked = lines[0]
    said = next((line for line in lines if line.speaker == "person"), None)
    return Reviewed(asked.step, asked, said)
