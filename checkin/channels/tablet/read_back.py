"""Here is what you said: every answer, each changeable, before anything is sent."""

from collections.abc import Iterator
from itertools import pairwise

from flask import Response
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock
from checkin.actions.effect_of_sending import effect_of_sending
from checkin.actions.if_left import if_changed, if_left
from checkin.channels.tablet.conversing import Conversing, conversing
from checkin.channels.tablet.going import go_to, in_address
from checkin.channels.tablet.page import show, tablet
from checkin.channels.tablet.said_apart import heard_here
from checkin.channels.tablet.talk import may_look_back, talk_above
from checkin.channels.tablet.who_sees import who_sees
from checkin.channels.tablet.words_of_staff import words_read_in
from checkin.conversation.saying.both_sides import Ours, Side, Theirs, talk_so_far, with_staff


def read_back_page(now: Conversing) -> Response:
    """Show all answers with picture and sound; send, change one, or throw all away."""
    answers = list(_each_question(talk_so_far(now.flow, now.so_far)))
    at = clock.now()
    changed = if_changed(now.check_in, now.flow, now.so_far, at)
    effect = effect_of_sending(now.check_in, now.flow, now.so_far, at)
    return show(
        "read_back",
        heard_here(now),
        now=now,
        answers=answers,
        above=talk_above(now),
        who=who_sees(now),
        effect=(*changed, *effect),
        left=if_left(now.check_in, now.flow, now.so_far, at),
        old_page=in_address("old"),
    )


@tablet.get("/check-in/<check_in_id>/so-far")
def so_far(check_in_id: str) -> AnyResponse:
    """Show both sides of the conversation, in order; each answer can be changed."""
    now = conversing(check_in_id)
    if not may_look_back(now):
        return go_to("tablet.my_page")
    said = words_read_in(now.here, check_in_id)
    lines = with_staff(talk_so_far(now.flow, now.so_far), said)
    return show("so_far", heard_here(now), now=now, lines=lines)


def _each_question(sides: tuple[Side, ...]) -> Iterator[tuple[Ours, Theirs]]:
    """Yield each question with what was said to it."""
    for asked, said in pairwise(sides):
        if isinstance(asked, Ours) and isinstance(said, Theirs):
            yield asked, said
