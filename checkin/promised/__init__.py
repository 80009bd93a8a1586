"""What is promised: each kind of sentence that names somebody, a time or a deed, and what it claims.

The demo shows this table. `tests/promised` walks every flow on the tablet and by text, and holds
each such sentence against what then happens: one that is of no kind here fails.
"""

from checkin.promised.promise import Promise, example
from checkin.promised.to_staff import TO_STAFF
from checkin.promised.what_was_sent import WHAT_WAS_SENT
from checkin.promised.when_we_ask import WHEN_WE_ASK
from checkin.promised.who_acts import WHO_ACTS
from checkin.promised.who_comes import WHO_COMES
from checkin.promised.who_sees import WHO_SEES

__all__ = ["CHAPTERS", "PROMISES", "Promise", "example"]

CHAPTERS: tuple[tuple[str, tuple[Promise, ...]], ...] = (
    ("Who will see it", WHO_SEES),
    ("Who acts on it", WHO_ACTS),
    ("Who comes", WHO_COMES),
    ("When we ask and wait", WHEN_WE_ASK),
    ("What became of it", WHAT_WAS_SENT),
    ("To staff, by text", TO_STAFF),
)
PROMISES = tuple(one for _, promises in CHAPTERS for one in promises)
