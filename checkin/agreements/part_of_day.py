"""The part of the day in which a person likes to be asked: what waits for no time of its own moves.

What is tied to something else stays: texts, a day out with its legs, a date, and what staff act on
when nobody answers.
"""

from collections.abc import Container, Mapping
from datetime import time
from typing import Literal

from checkin.agreements.agreement import Agreement, CheckTime

PartOfDay = Literal["morning", "afternoon", "evening"]
BEGINS: Mapping[PartOfDay, time] = {
    "morning": time(0),
    "afternoon": time(12),
    "evening": time(17),
}
ASKED_AT: Mapping[PartOfDay, time] = {
    "morning": time(10),
    "afternoon": time(14),
    "evening": time(18),
}
LATEST = time(21)  # nothing is asked again, or stays open, deep into the night


def asked_in(agreement: Agreement, part: PartOfDay | None, flows: Container[str]) -> Agreement:
    """Return the agreement with its times in this part of the day; None: as they were agreed."""
    if agreement.channel != "tablet" or agreement.group_name or agreement.missed_after_minutes:
        return agreement
    times = tuple(
        _moved(one, part) if one.asks in flows and not (one.on or one.leg) else one
        for one in agreement.times
    )
    return agreement.model_copy(update={"times": times})


def part_of(at: time) -> PartOfDay:
    """Return the part of the day of a time on the wall."""
    return max((part for part in BEGINS if BEGINS[part] <= at), key=lambda part: BEGINS[part])


def _moved(one: CheckTime, part: PartOfDay | None) -> CheckTime:
    """Move it from where it was agreed, so that a changed mind finds its way back."""
    agreed = _later(one.at, -one.moved_minutes)
    stays = part is None or part_of(agreed) == part
    at = agreed if part is None or stays else ASKED_AT[part]
    minutes = _minutes(at) - _minutes(one.at)
    return one.model_copy(
        update={
            "at": at,
            "later_at": _follows(one.later_at, minutes, at),
            "open_until": _follows(one.open_until, minutes, at),
            "moved_minutes": one.moved_minutes + minutes,
        }
    )


def _follows(moment: time | None, minutes: int, at: time) -> time | None:
    if moment is None or minutes == 0:
        return moment
    return max(_later(at, 30), min(_later(moment, minutes), LATEST))


def _later(moment: time, minutes: int) -> time:
    """Return a time so much later on the same day, from midnight to its last minute."""
    return time(*divmod(max(0, min(_minutes(moment) + minutes, 24 * 60 - 1)), 60))


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
