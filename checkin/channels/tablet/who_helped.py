"""How did you do this? Where someone helped, who it was."""

from flask import Response, request
from werkzeug.wrappers import Response as AnyResponse

from checkin.actions.kept_so_far import kept_out_so_far
from checkin.channels.tablet.answered import answered
from checkin.channels.tablet.choices import screenfuls
from checkin.channels.tablet.conversing import conversing
from checkin.channels.tablet.going import go_to
from checkin.channels.tablet.page import show, tablet
from checkin.channels.tablet.replies import how_done
from checkin.conversation.replies.option import Option
from checkin.conversation.talking.said import Skip

SOMEONE_ELSE = Option("someone_else", "Someone else", "who.other")


@tablet.get("/check-in/<check_in_id>/who-helped/<done>")
def who_helped(check_in_id: str, done: str) -> Response:
    """Ask who helped, or who did it: faces, and someone else."""
    now = conversing(check_in_id)
    lists = now.so_far.about.lists
    kept = kept_out_so_far(now.here.person.id, now.flow, now.so_far)
    faces = [
        one for one in (*lists.get("staff", ()), *lists.get("circle", ())) if one.key not in kept
    ]
    options = (*(Option(one.label, one.label, picture=one.picture) for one in faces), SOMEONE_ELSE)
    sets = screenfuls(options, now.here.profile.per_page)
    return show("who_helped", now.here, now=now, done=done, sets=sets)


@tablet.post("/check-in/<check_in_id>/who-helped/<done>")
def helped(check_in_id: str, done: str) -> AnyResponse:
    """Keep how this was done, and by whom where that was said."""
    who = request.form.get("choice")
    reply = how_done(done, None if who == SOMEONE_ELSE.key else who)
    answered(check_in_id, lambda _: reply or Skip())
    return go_to("tablet.question", check_in_id=check_in_id)
