"""Stop: carry on later, send what there is, or throw it away. Nothing is lost by pressing it."""

from flask import Response, request
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock
from checkin.actions.if_left import if_changed, if_left, if_thrown_away, numbers_to_ring
from checkin.channels.tablet.answered import answered, must_be_ones_own
from checkin.channels.tablet.conversing import Conversing, conversing, going_on
from checkin.channels.tablet.going import go_to, in_address
from checkin.channels.tablet.page import show, tablet
from checkin.channels.tablet.said_before import said_before_page
from checkin.channels.tablet.who_comes import who_comes_of
from checkin.conversation.talking.said import Reply, Stop
from checkin.door.just_given import is_too_soon

OVER = ("how_done", "ended")


@tablet.get("/stop")
@tablet.get("/check-in/<check_in_id>/stop")
def stop_page(check_in_id: str | None = None) -> Response:
    """Ask only what to do with the answers; where none were given, there is nothing to ask."""
    now = conversing(check_in_id) if check_in_id else None
    if now is None or now.so_far.stage in OVER:
        return show("nothing_to_stop", now.here if now else None, check_in_id=check_in_id)
    at = clock.now()
    changed = if_changed(now.check_in, now.flow, now.so_far, at)
    left = if_left(now.check_in, now.flow, now.so_far, at)
    ring = numbers_to_ring(now.check_in) if left else ()
    left = (*changed, *left, *ring)
    return show("stop", now.here, now=now, kept=in_address("kept") or "", left=left)


@tablet.post("/check-in/<check_in_id>/stop")
def stop(check_in_id: str) -> AnyResponse:
    """Do what was picked. To throw away is asked once more."""
    if is_too_soon():
        return said_before_page(going_on(check_in_id), again=True)
    match request.form.get("choice"):
        case "carry_on_later":
            return _take(check_in_id, Stop("later"))
        case "finish_now":
            return _take(check_in_id, Stop("send"))
        case _:
            return go_to("tablet.throw_away_page", check_in_id=check_in_id)


@tablet.get("/check-in/<check_in_id>/throw-away")
def throw_away_page(check_in_id: str) -> AnyResponse:
    """Ask once whether it should really go; what an old page asks about may be over meanwhile."""
    return _throw_away_page(conversing(check_in_id))


def _throw_away_page(now: Conversing, *, again: bool = False) -> AnyResponse:
    if now.so_far.end == "sent" and not now.check_in.taken_back_at:
        return show("was_sent", now.here, now=now)
    if now.so_far.stage in OVER:
        return go_to("tablet.question", check_in_id=now.check_in.id)
    must_be_ones_own(now)
    told = if_thrown_away(now.check_in, now.flow, now.so_far, clock.now())
    called = who_comes_of(now)
    return show("throw_away", now.here, now=now, told=told, called=called, again=again)


@tablet.post("/check-in/<check_in_id>/throw-away")
def throw_away(check_in_id: str) -> AnyResponse:
    """Throw it away: nothing is sent. Where it was sent meanwhile, say so."""
    now = conversing(check_in_id)
    must_be_ones_own(now)
    if is_too_soon():
        return _throw_away_page(now, again=True)
    answered(check_in_id, lambda _: Stop("throw_away"))
    now = conversing(check_in_id)
    sent = now.so_far.end == "sent"
    page = "tablet.throw_away_page" if sent else "tablet.question"
    return go_to(page, check_in_id=check_in_id)


def _take(check_in_id: str, reply: Reply) -> AnyResponse:
    answered(check_in_id, lambda _: reply)
    return go_to("tablet.question", check_in_id=check_in_id)
