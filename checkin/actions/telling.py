"""Whom to tell about an alert, in rows that wait to be sent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from checkin.agreements.agreement import Agreement, Cover
from checkin.agreements.ladder import Tell, who
from checkin.agreements.times import local
from checkin.storage import staff as staff_kept
from checkin.storage.kept_from import kept_from
from checkin.storage.tables import AlertRow, PersonRow, Staff

URGENCY = {"now": 0, "soon": 1, "today": 3, "plan": 3}
TO_A_PERSON = 2
TAKE_IT = " Take it: "
ON_COVER = ("day", "night", "team_lead", "manager")


@dataclass
class Contacts:
    """Staff and managers, looked up once for a whole batch of alerts."""

    house_ids: frozenset[str]
    check_in_ids: frozenset[str] = frozenset()
    _managers: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def staff(self) -> Mapping[str, Staff]:
        """All staff of these houses by id."""
        return {one.id: one for one in staff_kept.staff_of_houses(sorted(self.house_ids))}

    @cached_property
    def kept_from(self) -> Mapping[str, frozenset[str]]:
        """From whom the person keeps what they said, by check-in."""
        return kept_from(self.check_in_ids)

    def managers(self, house_id: str) -> tuple[str, ...]:
        """Return the ids of a house's managers."""
        if house_id not in self._managers:
            self._managers[house_id] = tuple(staff_kept.managers_of(house_id))
        return self._managers[house_id]


def recipients(
    tell: Tell,
    alert: AlertRow | Mapping[str, Any],
    person: PersonRow,
    agreement: Agreement | None,
    contacts: Contacts,
    now: datetime,
) -> list[Staff]:
    """Return who is told at this step, each once; never nobody while there is a manager.

    Whoever the person keeps this from is not told, and whoever has no phone cannot be: then the
    next target is. If keeping it from someone leaves nobody, all others here are told.
    """
    named, check_in_id = _about(alert)
    hidden = contacts.kept_from.get(check_in_id or "", frozenset())
    may_know = {key: one for key, one in contacts.staff.items() if key not in hidden}
    able = {key: one for key, one in may_know.items() if one.phone or tell.by == "list"}
    if named in able and tell.step == 0:
        return [able[named]]
    cover = agreement.cover if agreement else Cover()
    cover = cover.model_copy(
        update={role: one if one in able else None for role, one in cover if role in ON_COVER}
    )
    managers = [one for one in contacts.managers(person.house_id) if one in able]
    keyworker = person.keyworker_id if person.keyworker_id in able else None
    now_local = local(now, agreement.zone if agreement else "Europe/London")
    ids = (one for target in tell.to for one in who(target, cover, now_local, managers, keyworker))
    found = [able[one] for one in dict.fromkeys(ids)]
    return found or (list(may_know.values()) if hidden else [])


def _about(alert: AlertRow | Mapping[str, Any]) -> tuple[str | None, str | None]:
    """Return whom an alert is for first, and the check-in it came from."""
    if isinstance(alert, Mapping):
        return alert["for_staff"], alert["check_in_id"]
    return alert.for_staff, alert.check_in_id


def tell_rows(
    alert: Mapping[str, Any],
    tell: Tell,
    staff: Iterable[Staff],
    link: str,
    now: datetime,
    round_: int = 0,
) -> list[dict[str, Any]]:
    """Return the messages of one step: a row for each member of staff who has a phone."""
    if tell.by == "list":
        return []
    return [
        {
            "key": f"alert:{alert['id']}:{round_}:{tell.step}:{one.id}:{tell.by}",
            "to_person": False,
            "staff_id": one.id,
            "person_id": alert["person_id"],
            "alert_id": alert["id"],
            "check_in_id": None,
            "about": "tell_staff",
            "channel": tell.by,
            "number": one.phone,
            "body": f"{alert['level'].upper()}. {alert['title']}{TAKE_IT}{link}",
            "urgency": URGENCY[alert["level"]],
            "state": "pending",
            "next_at": now,
            "made_at": now,
        }
        for one in staff
        if one.phone
    ]
