"""Who goes through which flow, and what must be so before."""

from collections.abc import Callable
from typing import NamedTuple

from checkin import clock
from checkin.actions.loops import decide_loop, mark_done, raise_loop_from_talk
from checkin.example_people.cast import Cast
from checkin.storage.tables import LoopRow
from tests.promised.happened import Happened
from tests.promised.small import MONDAY, Small

TUESDAY = "2026-10-20"
READY = f"{TUESDAY} 08:31"


def on_a_group_day(small: Small) -> None:
    """Let it be the Tuesday on which Dev is asked whether he is ready."""
    small.go_to(READY)


def with_a_promise_kept(small: Small) -> None:
    """Let something be promised to Ana, and done."""
    with small.app.app_context():
        now, marcus = clock.now(), small.ids["Marcus"]
        raise_loop_from_talk(small.cast.ana, marcus, "I want the blue teapot", now)
        (said,) = Happened(small, small.cast.ana).rows(LoopRow)
        decide_loop(said.id, marcus, "do", "We put it on the table.", now)
        mark_done(said.id, marcus, "It stands there.", now)


class Walker(NamedTuple):
    """A person, at which of the two devices, and what is to happen first."""

    who: str = "ana"
    device: str = "house_tablet"
    before: Callable[[Small], None] | None = None

    def of(self, cast: Cast) -> tuple[str, str]:
        """Return the person's id, and the token of the device."""
        return getattr(cast, self.who), getattr(cast, self.device)


WALKERS = {
    "did_it_work": Walker(before=with_a_promise_kept),
    "getting_ready": Walker(),
    "group_day": Walker("dev", "devs_phone", on_a_group_day),
    "how_i_am": Walker(),
    "my_morning": Walker(),
    "my_morning_daily": Walker(),
    "tell_someone": Walker(),
    "what_matters": Walker(),
}


def before(small: Small, flow: str) -> None:
    """Put the world to where somebody may begin this flow."""
    happens = WALKERS[flow].before
    if not happens:
        small.begin_again(MONDAY)
    elif flow in small.mornings:
        small.begin_again(flow)
    else:
        small.begin_again(MONDAY)
        happens(small)
        small.keep_as(flow)
