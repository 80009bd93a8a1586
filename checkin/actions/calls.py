"""Which alerts are calls of a person, who waits for staff until somebody comes."""

from checkin.agreements.answers_that_tell import ASKED_APART
from checkin.agreements.from_nobody import FROM_NOBODY
from checkin.agreements.told_outside import TOLD_OUTSIDE
from checkin.conversation.flows.level import Level
from checkin.storage.new_alert import NewAlert
from checkin.storage.tables import AlertRow

AGREED_WORD = "agreed_word"  # the kind of an alert of which no text to the person says anything
FOR_HELP = ("help_or_not_ok", AGREED_WORD)  # kinds of alerts
CALLS = (*FOR_HELP, "person_asked_for")
MISSED = "missed_checkin"
PRESSING: tuple[Level, ...] = ("now", "soon")
WAITS_FOR_STAFF = frozenset({*CALLS, MISSED})
"""Kinds of alerts whose person waits for staff, and is sent nothing routine."""


def is_a_call(alert: AlertRow) -> bool:
    """Say whether a person calls for help, or for somebody, at once or soon."""
    return alert.kind in CALLS and alert.level in PRESSING


def is_call_apart(alert: AlertRow | NewAlert) -> bool:
    """Say whether a person asks for somebody at once or soon in words that some alone may read."""
    return alert.kind == ASKED_APART and alert.level in PRESSING


def is_from_nobody(alert: AlertRow | NewAlert) -> bool:
    """Say whether somebody cried for help from a number that was nobody's."""
    return alert.kind == FROM_NOBODY


def presses(alert: AlertRow) -> bool:
    """Say whether it is a call, made openly or apart: it presses more each time it comes again."""
    return is_a_call(alert) or is_call_apart(alert) or is_from_nobody(alert)


def is_for_the_house(alert: AlertRow) -> bool:
    """Say whether somebody here acts on it: what those outside are told is on no list of the house."""
    return alert.kind != TOLD_OUTSIDE


def is_missed(alert: AlertRow) -> bool:
    """Say whether it is a miss for which staff ring: nobody has heard of its person since."""
    return alert.kind == MISSED and waits_for_staff(alert.kind, alert.level)


def rings_them(alert: AlertRow) -> bool:
    """Say whether staff are to ring, or go to, whoever it is of: a call, or a miss that is rung for."""
    return waits_for_staff(alert.kind, alert.level)


def waits_for_staff(kind: str, level: Level) -> bool:
    """Say whether the person of such an alert waits for staff: a call, or a miss that is rung for."""
    return kind in CALLS or (kind == MISSED and level in PRESSING)
