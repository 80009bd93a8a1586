"""The work that never stops: plan, look for silence, tell the next one, send.

Any number of workers may do it at once, in one process or many: each claims rows of its own.
"""

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from checkin.actions.ask_what_became import ask_what_became
from checkin.actions.beside_who_rings import tell_beside_who_rings
from checkin.actions.judge_promise import notice_silent_promises
from checkin.actions.nobody_told import keep_whom_to_ring
from checkin.actions.notice_late_promises import notice_late_promises
from checkin.actions.notice_reviews import notice_reviews
from checkin.actions.notice_sealed_words import notice_sealed_words
from checkin.actions.notice_unread_words import notice_unread_words
from checkin.actions.notice_who_left import notice_who_left
from checkin.actions.plan_check_ins import plan_check_ins
from checkin.actions.send_messages import send_messages
from checkin.actions.sending import Sender
from checkin.actions.somebody_can_be_told import tell_where_somebody_can_be
from checkin.actions.take_in import hear_what_waits
from checkin.installation import Opened
from checkin.storage import beats
from checkin.worker.look import tick

PAUSE = 1.0  # seconds between looks; a row that is due waits no longer than this
PLAN_EVERY = timedelta(minutes=5)
TRY_EVERY = timedelta(seconds=30)
"""How often it is looked whom else to tell: of what nobody could be told of, and beside a miss."""

log = logging.getLogger(__name__)


def work(
    opened: Opened,
    senders: Mapping[str, Sender],
    clock: Callable[[], datetime],
    stop: threading.Event,
    *,
    senders_at_once: int = 2,
) -> None:
    """Work until told to stop: this thread looks, others send; `opened` opens the copy for each."""
    threads = [
        threading.Thread(target=_keep_sending, args=(opened, senders, clock, stop), daemon=True)
        for _ in range(senders_at_once)
    ]
    threads.append(threading.Thread(target=keep_hearing, args=(opened, clock, stop), daemon=True))
    for thread in threads:
        thread.start()
    planned_at: datetime | None = None
    tried_at: datetime | None = None
    while not stop.is_set():
        now = clock()
        if planned_at is None or now - planned_at >= PLAN_EVERY:
            planned_at = now
            for does in _besides():
                _do(opened, does, now)
        if tried_at is None or now - tried_at >= TRY_EVERY:
            tried_at = now
            _do(opened, tell_where_somebody_can_be, now)
            _do(opened, tell_beside_who_rings, now)
        _do(opened, tick, now)
        stop.wait(PAUSE)
    for thread in threads:
        thread.join(timeout=10)


def _plan(now: datetime) -> None:
    plan_check_ins(now, beats.last_beat(now))


def _besides() -> Sequence[Callable[[datetime], object]]:
    """Return what is looked at beside silence, each by itself: what breaks in one holds up no other."""
    return (
        _plan,
        notice_reviews,
        notice_silent_promises,
        notice_late_promises,
        notice_who_left,
        notice_sealed_words,
        notice_unread_words,
        keep_whom_to_ring,
    )


def _do(opened: Opened, does: Callable[[datetime], object], now: datetime) -> None:
    """Do one of these; the work goes on, whatever it ran into."""
    try:
        with opened():
            does(now)
    except Exception:  # whatever it is
        log.exception("A look broke; the next one is in a second.")


def keep_hearing(opened: Opened, clock: Callable[[], datetime], stop: threading.Event) -> None:
    """Hear what had to wait, until told to stop."""
    while not stop.is_set():
        try:
            with opened():
                hear_what_waits(clock())
        except Exception:  # the same
            log.exception("Something still waits in the inbox; the next try is in a second.")
        stop.wait(PAUSE)


def _keep_sending(
    opened: Opened,
    senders: Mapping[str, Sender],
    clock: Callable[[], datetime],
    stop: threading.Event,
) -> None:
    while not stop.is_set():
        try:
            with opened():
                sent = send_messages(senders, clock()) or ask_what_became(senders, clock())
        except Exception:  # the same
            log.exception("Sending broke; it goes on in a second.")
            sent = 0
        if not sent:
            stop.wait(PAUSE / 4)
