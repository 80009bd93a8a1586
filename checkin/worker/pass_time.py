"""Let time pass at once, as if it had passed: for the demo's clock and for the tests.

Everything that falls due on the way happens in its order and at its own moment.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from checkin.actions.beside_who_rings import tell_beside_who_rings
from checkin.actions.judge_promise import notice_silent_promises
from checkin.actions.notice_late_promises import notice_late_promises
from checkin.actions.notice_reviews import notice_reviews
from checkin.actions.notice_sealed_words import notice_sealed_words
from checkin.actions.notice_unread_words import notice_unread_words
from checkin.actions.notice_who_left import notice_who_left
from checkin.actions.plan_check_ins import plan_check_ins
from checkin.actions.somebody_can_be_told import tell_where_somebody_can_be
from checkin.storage import beats
from checkin.storage.due import next_due
from checkin.storage.transaction import kept_together
from checkin.worker.look import look

SMALLEST = timedelta(seconds=1)
PLAN_EVERY, READ_EVERY = timedelta(hours=12), timedelta(hours=1)


def pass_time(
    until: datetime,
    set_clock: Callable[[datetime], None],
    now: datetime,
    *,
    send: Callable[[datetime], object] = lambda _: None,
) -> None:
    """Go from one due moment to the next until `until`; `send` sends what waits at each."""
    planned_until = read_until = now
    while True:
        _awake(now)
        set_clock(now)
        if now >= planned_until:
            plan_check_ins(now)
            notice_reviews(now)
            notice_silent_promises(now)
            notice_late_promises(now)
            notice_who_left(now)
            notice_sealed_words(now)
            planned_until = now + PLAN_EVERY
        if now >= read_until:
            notice_unread_words(now)
            read_until = now + READ_EVERY
        tell_where_somebody_can_be(now)
        look(now)
        tell_beside_who_rings(now)
        send(now)
        if now >= until:
            return
        due = next_due()
        soonest = max(due, now + SMALLEST) if due else until
        now = min(soonest, until, planned_until, read_until)


def _awake(now: datetime) -> None:
    """We were awake all the time that passed: it is no outage of ours."""
    with kept_together():
        beats.beat("time passing", now)
