"""Before a check-in: hello, how many questions, who will see; start, or not now."""

from flask import Response, request
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock
from checkin.actions.if_left import said_beforehand
from checkin.channels.tablet.answered import answered
from checkin.channels.tablet.conversing import Conversing, conversing
from checkin.channels.tablet.going import go_to
from checkin.channels.tablet.page import show, tablet
from checkin.channels.tablet.who_sees import who_sees
from checkin.conversation.flows.telling import is_telling
from checkin.conversation.talking.said import NotNow, Until

_UNTIL: dict[str, Until] = {
    "later_today": "today",
    "tomorrow": "tomorrow",
    "not_this_time": "not_this_time",
}


def start_page(now: Conversing) -> Response:
    """Say what this is. Nothing has begun, and it may be left."""
    first = next(iter(now.flow.steps.values()))
    beforehand = said_beforehand(now.check_in, clock.now()) if is_telling(now.flow) else ()
    return show(
        "start",
        now.here,
        now=now,
        prompt=now.prompt,
        symbol=first.symbol or "",
        who=who_sees(now),
        beforehand=beforehand,
    )


@tablet.get("/check-in/<check_in_id>/not-now")
def not_now_page(check_in_id: str) -> Response:
    """Ask when we should ask again."""
    return show("not_now", (now := conversing(check_in_id)).here, now=now, ways=tuple(_UNTIL))


@tablet.post("/check-in/<check_in_id>/not-now")
def not_now(check_in_id: str) -> AnyResponse:
    """Not now: leave it until then."""
    until = _UNTIL.get(request.form.get("choice", ""))
    answered(check_in_id, lambda _: NotNow(until) if until else None)
    return go_to("tablet.question", check_in_id=check_in_id)
