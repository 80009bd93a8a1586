"""Another time: hours and minutes by large buttons, a page each press."""

from flask import request
from werkzeug.wrappers import Response as AnyResponse

from checkin.channels.tablet.answered import answered
from checkin.channels.tablet.conversing import going_on
from checkin.channels.tablet.going import go_to
from checkin.channels.tablet.page import show, tablet
from checkin.conversation.talking.said import Picked

BEGIN = 8 * 60  # eight in the morning, in minutes
DAY = 24 * 60
_STEPS = {"hour_earlier": -60, "hour_later": 60, "earlier": -15, "later": 15}


@tablet.get("/check-in/<check_in_id>/time")
def pick_time(check_in_id: str) -> AnyResponse:
    """Show one time, with earlier and later by an hour or a quarter."""
    now = going_on(check_in_id)
    if not now.asks or (now.was_said_before and not now.asks_anew):
        return go_to("tablet.question", check_in_id=check_in_id)
    minutes = request.args.get("minutes", BEGIN, type=int) % DAY
    steps = {name: (minutes + by) % DAY for name, by in _STEPS.items()}
    return show("pick_time", now.here, now=now, time=written(minutes), steps=steps)


@tablet.post("/check-in/<check_in_id>/time")
def time_picked(check_in_id: str) -> AnyResponse:
    """Take the time that was picked."""
    picked = Picked((request.form.get("time", ""),))
    answered(check_in_id, lambda _: picked)
    return go_to("tablet.question", check_in_id=check_in_id)


def written(minutes: int) -> str:
    """Return minutes of the day as "07:45"."""
    return f"{minutes // 60:02}:{minutes % 60:02}"
