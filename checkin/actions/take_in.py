"""A text comes while the database is held, full or gone: it is kept beside it, and heard soon.

The phone company waits fifteen seconds; then it is told nothing, and the words could be lost.
"""

import logging
from datetime import datetime

from checkin.actions.hear_text import hear_text
from checkin.installation import here
from checkin.storage import inbox
from checkin.storage.inbox import Came
from checkin.storage.out_of_reach import OUT_OF_REACH
from checkin.storage.transaction import waits_at_most

SECONDS = 4.0  # for which a text waits for its turn to be kept

log = logging.getLogger(__name__)


def take_in_text(came: Came, now: datetime) -> None:
    """Hear a text, after those that wait; where that cannot be now, keep it for a moment later.

    Raises what the database said where nothing can be kept anywhere: then it must come again.
    """
    try:
        with waits_at_most(SECONDS):
            hear_what_waits(now)
            _hear(came, now)
    except OUT_OF_REACH as fault:
        try:
            inbox.put(here().settings.data, came)
        except OSError:
            raise fault from None
        log.warning("The database is out of reach. A text waits in the inbox.")


def hear_what_waits(now: datetime) -> None:
    """Hear the texts that wait, in the order in which they came. One that breaks holds up no other."""
    data = here().settings.data
    for came in inbox.waiting(data):
        try:
            _hear(came, now)
        except OUT_OF_REACH:
            raise
        except Exception:
            log.exception(
                "A text in the inbox cannot be heard: %s. Read it by hand.", came.provider_id
            )
        else:
            inbox.done(data, came)


def _hear(came: Came, now: datetime) -> None:
    """Hear it as it came; once it was heard, the same text means nothing more."""
    hear_text(
        came.provider_id, came.number, came.words, now, came_at=came.at, pictures=came.pictures
    )
