"""A text or a press of Help comes while the database is held, full or gone: it is kept beside it.

It is heard soon. The phone company waits fifteen seconds, and whoever presses no longer.
"""

import logging
from contextlib import AbstractContextManager
from datetime import datetime

from checkin.actions.hear_press import hear_press
from checkin.actions.hear_text import hear_text
from checkin.installation import here
from checkin.storage import inbox
from checkin.storage.inbox import Came, Kept, Pressed
from checkin.storage.out_of_reach import OUT_OF_REACH
from checkin.storage.transaction import waits_at_most

SECONDS = 4.0  # for which it waits for its turn to be kept

log = logging.getLogger(__name__)


def in_time() -> AbstractContextManager[None]:
    """Inside, whoever must wait long for the database gets what it said."""
    return waits_at_most(SECONDS)


def take_in(came: Kept, now: datetime) -> bool:
    """Hear it, after those that wait, and say so; else keep it for a moment later.

    Raises what the database said where nothing can be kept anywhere: then it must come again.
    """
    try:
        with in_time():
            hear_what_waits(now)
            _hear(came, now)
            return True
    except OUT_OF_REACH as fault:
        try:
            inbox.put(here().settings.data, came)
        except OSError:
            raise fault from None
        log.warning("The database is out of reach. What came waits in the inbox.")
        return False


def hear_what_waits(now: datetime) -> None:
    """Hear what waits, in the order in which it came. One that breaks holds up no other."""
    data = here().settings.data
    for came in inbox.waiting(data):
        try:
            _hear(came, now)
        except OUT_OF_REACH:
            raise
        except Exception:
            log.exception("What waits in the inbox cannot be heard: %s. Read it by hand.", came.id)
        else:
            inbox.done(data, came)


def _hear(came: Kept, now: datetime) -> None:
    """Hear it as it came; once it was heard, the same means nothing more."""
    match came:
        case Came(provider_id, number, words, pictures, at):
            hear_text(provider_id, number, words, now, came_at=at, pictures=pictures)
        case Pressed():
            hear_press(came, now)
