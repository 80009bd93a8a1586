"""Write down the check-ins of the next two days, each exactly once."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from checkin.agreements.agreement import Agreement
from checkin.agreements.expected import CheckInState
from checkin.agreements.silence import expected
from checkin.agreements.times import Occurrence, local, occurrences
from checkin.storage import agreements, check_ins, people
from checkin.storage.agreements import InForce
from checkin.storage.tables import PersonRow
from checkin.storage.transaction import kept_together

AHEAD = timedelta(hours=48)


def plan_check_ins(now: datetime) -> None:
    """Plan what every agreement asks from now until two days ahead. Doing it again is harmless."""
    known = check_ins.planned_keys(since=now - timedelta(days=1))
    rows = [
        row
        for agreed in agreements.agreements_not_over(now)
        for row in _planned(agreed, now)
        if row["plan_key"] not in known
    ]
    if rows:
        with kept_together():
            known_people = people.people_by_id(row["person_id"] for row in rows)
            check_ins.put_planned([_as_texts_stand(row, known_people) for row in rows])


def _planned(agreed: InForce, now: datetime) -> Iterator[dict[str, Any]]:
    agreement = agreed.agreement
    first = local(now, agreement.zone).date()
    last = local(now + AHEAD, agreement.zone).date()
    for one in occurrences(agreement, first, last):
        if _judged_by(agreed, one.due_at) and now <= one.due_at <= now + AHEAD:
            yield _row(agreed, agreement, one)


def _judged_by(agreed: InForce, due_at: datetime) -> bool:
    begun = agreed.in_force_from <= due_at
    return begun and (agreed.in_force_to is None or due_at < agreed.in_force_to)


def _row(agreed: InForce, agreement: Agreement, one: Occurrence) -> dict[str, Any]:
    waits = expected("", CheckInState.PLANNED, one, agreement)
    return {
        "plan_key": f"{agreed.version_id}:{one.key}:{one.local_slot}:{one.fold}",
        "person_id": agreement.person,
        "agreement_version_id": agreed.version_id,
        "key": one.key,
        "asks": one.time.asks,
        "leg": one.time.leg,
        "channel": agreement.channel,
        "local_slot": one.local_slot,
        "state": CheckInState.PLANNED,
        "due_at": one.due_at,
        "early_from": one.early_from,
        "remind_at": waits.remind_at,
        "deadline_at": waits.deadline_at,
        "next_at": one.due_at,
        "facts": {"later_at": f"{one.time.later_at:%H:%M}"} if one.time.later_at else {},
    }


def _as_texts_stand(row: dict[str, Any], known: Mapping[str, PersonRow]) -> dict[str, Any]:
    stopped = row["channel"] == "text" and known[row["person_id"]].texts_stopped_at
    return {**row, "state": CheckInState.STOPPED_TEXTS} if stopped else row
