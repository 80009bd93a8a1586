"""One telling of an alert, and the key of each message in it: in which round, at which step.

Both only grow, so that of two tellings the later one is the greater.
"""

from typing import NamedTuple


class Telling(NamedTuple):
    """`round`: how often it had happened again; `step`: of the ladder, from 0."""

    round: int
    step: int


def key_of(alert_id: str, telling: Telling, staff_id: str, way: str) -> str:
    """Return the key of the message that tells one member of staff in one way."""
    return f"alert:{alert_id}:{telling.round}:{telling.step}:{staff_id}:{way}"


def is_for_a_call(key: str) -> bool:
    """Say whether a message about an alert was made to ring somebody, by its key."""
    return key.startswith("alert:") and key.endswith(":call")


def telling_of(key: str) -> Telling:
    """Return the telling that a message about an alert belongs to, by its key."""
    _, _, round_, step, *_ = key.split(":")
    return Telling(int(round_), int(step))
