"""Write down the check-ins of the next two days, each exactly once; and those of an outage of ours.

What was never written down would never be missed (alerts.md 7).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from checkin.agreements.agreement import Agreement
from checkin.agreements.expected import CheckInState
from checkin.agreements.in_force import in_force_at
from checkin.agreements.silence import expected
from checkin.agreements.times import Occurrence, local, occurrences
from checkin.lives.check_in import is_in_time, planned
from checkin.lives.check_in_moves import moved
from checkin.lives.check_in_taken_back import TextsStopped
from checkin.lives.new_check_in import NewCheckIn
from checkin.storage import agreements, check_ins, people, which_check_ins
from checkin.storage.agreements import InForce
from checkin.storage.tables import PersonRow
from checkin.storage.transaction import kept_together

AHEAD = timedelta(hours=48)
LONGEST_BACK = timedelta(days=7)


def plan_check_ins(now: datetime, looked_until: datetime | None = None) -> None:
    """Plan what every agreement asks from now until two days ahead. Doing it again is harmless.

    `looked_until`: when anybody looked last. What was to be asked since is planned too, up to a week
    back, so that it is judged; what waits on a tablet only where it can still be answered there.
    """
    since = max(min(looked_until or now, now), now - LONGEST_BACK)
    known = which_check_ins.planned_keys(since=since - timedelta(days=1))
    found = [
        one
        for versions in agreements.by_agreement(since)
        for one in planned_by(versions, now, since)
        if one.plan_key not in known
    ]
    if found:
        with kept_together():
            planned_for = people.people_by_id(one.person_id for one in found)
            check_ins.put_planned(
                [_as_texts_stand(one, planned_for[one.person_id]) for one in found]
            )


def planned_by(
    versions: Sequence[InForce], now: datetime, since: datetime | None = None
) -> Iterator[NewCheckIn]:
    """Yield what the versions of one agreement ask from now until two days ahead.

    Its plan key is without the version. `since`: and what they asked from then on.
    """
    begin = since or now
    for agreed in versions:
        agreement = agreed.agreement
        first = local(begin, agreement.zone).date()
        last = local(now + AHEAD, agreement.zone).date()
        for one in occurrences(agreement, first, last):
            is_near = begin <= one.due_at <= now + AHEAD
            if is_near and in_force_at(versions, one.due_at) is agreed:
                yield from _to_be_judged(_new(agreed, agreement, one), one, now)


def _to_be_judged(new: NewCheckIn, one: Occurrence, now: datetime) -> Iterator[NewCheckIn]:
    """Yield it; of what a tablet was to ask before now, only what can still be answered there."""
    ends = new.life.deadline_at
    if one.due_at >= now or new.channel != "tablet" or ends is None or is_in_time(new.life, now):
        yield new


def _new(agreed: InForce, agreement: Agreement, one: Occurrence) -> NewCheckIn:
    waits = expected("", CheckInState.PLANNED, one, agreement)
    return NewCheckIn(
        plan_key=f"{agreed.id}:{one.key}:{one.local_slot}:{one.fold}",
        person_id=agreement.person,
        agreement_version_id=agreed.version_id,
        key=one.key,
        asks=one.time.asks,
        leg=one.time.leg,
        channel=agreement.channel,
        local_slot=one.local_slot,
        life=planned(waits, one.early_from),
        later_at=one.time.later_at,
    )


def _as_texts_stand(new: NewCheckIn, person: PersonRow) -> NewCheckIn:
    stopped = texts_stopped(new, person)
    return replace(new, life=moved(new.life, stopped)) if stopped else new


def texts_stopped(new: NewCheckIn, person: PersonRow) -> TextsStopped | None:
    """Return what stops it from being asked, where it is by text and those are off."""
    stopped_at = person.texts_stopped_at
    return TextsStopped(stopped_at) if new.channel == "text" and stopped_at else None
