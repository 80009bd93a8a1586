"""A tablet is turned away while somebody writes there: for an hour what they post is taken all the same.

It shows nothing of theirs any more: what is taken says more in a talk that was begun there, or calls
for help. Where the person says that the device is not theirs, a call for help alone is.
"""

from flask import request

from checkin import clock
from checkin.storage.at_device import STILL_TAKEN_FOR, TurnedAway

SAYS_MORE = frozenset(("answer", "keep_own_words", "helped", "time_picked", "keep_answer"))
CALLS = frozenset(("help_page", "get_a_person", "help_is_coming"))


def is_said_in_a_talk() -> bool:
    """Say whether this page says more in a talk."""
    return _view() in SAYS_MORE


def still_taken() -> TurnedAway | None:
    """Return which devices that were turned away are there for this page; None: none is."""
    view = _view()
    if view not in SAYS_MORE | CALLS:
        return None
    return TurnedAway(clock.now() - STILL_TAKEN_FOR, denied_too=view in CALLS)


def _view() -> str:
    return (request.endpoint or "").rpartition(".")[2]
