"""How did you do this? Where someone helped, who it was."""

from collections.abc import Collection

from flask import Response, request
from werkzeug.wrappers import Response as AnyResponse

from checkin.actions.kept_so_far import kept_out_so_far
from checkin.channels.tablet.answered import answered
from checkin.channels.tablet.choices import screenfuls
from checkin.channels.tablet.conversing import Conversing, asking
from checkin.channels.tablet.going import go_to
from checkin.channels.tablet.page import show, tablet
from checkin.channels.tablet.replies import how_done
from checkin.conversation.replies.option import Option
from checkin.conversation.talking.about import Listed
from checkin.conversation.talking.said import Reply, Skip

SOMEONE_ELSE = Option("someone_else", "Someone else", "who.other")


@tablet.get("/check-in/<check_in_id>/who-helped/<done>")
def who_helped(check_in_id: str, done: str) -> Response:
    """Ask who helped, or who did it: faces, and someone else."""
    now = asking(check_in_id)
    kept = () if now.was_said_before else _kept_out(now)
    faces = [one for one in _all(now) if one.key not in kept]
    options = (*(Option(one.label, one.label, picture=one.picture) for one in faces), SOMEONE_ELSE)
    sets = screenfuls(options, now.here.profile.per_page)
    return show("who_helped", now.here, now=now, done=done, sets=sets)


@tablet.post("/check-in/<check_in_id>/who-helped/<done>")
def helped(check_in_id: str, done: str) -> AnyResponse:
    """Keep how this was done, and by whom where that was said."""
    answered(check_in_id, lambda now: _reply(now, done))
    return go_to("tablet.question", check_in_id=check_in_id)


def _reply(now: Conversing, done: str) -> Reply:
    who = request.form.get("choice")
    nobody = {SOMEONE_ELSE.key, *(one.label for one in _all(now) if one.key in _kept_out(now))}
    return how_done(done, None if who in nobody else who) or Skip()


def _all(now: Conversing) -> tuple[Listed, ...]:
    return (*now.listed("staff"), *now.listed("circle"))


def _kept_out(now: Conversing) -> Collection[str]:
    """Return from whom it is kept (ids): they never helped."""
    return kept_out_so_far(now.here.person.id, now.flow, now.so_far)
