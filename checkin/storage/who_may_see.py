"""The facts that decide who may see what (agreements/seeing.py), for many rows in few questions."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from checkin.conversation.flows.flow import Channel
from checkin.storage.tables import (
    AlertRow,
    AlertStepRow,
    AnswerRow,
    CheckInRow,
    LoopRow,
    MessageRow,
    PersonRow,
    Role,
    Staff,
    db,
    staff_houses,
    staff_roles,
)


@dataclass(frozen=True, slots=True)
class Whose:
    """A check-in: whose it is, where they live, what it follows and how, whether it was sent.

    `left`: it was left unsent, and somebody was told that it was.
    """

    person_id: str
    house_id: str
    asks: str
    flow_version_id: str | None
    channel: Channel
    sent: bool
    left: bool


@dataclass(frozen=True, slots=True)
class Called:
    """Who was called because of a check-in, whether at once, and how far those outside were told.

    `outside_now`: those outside are called at once. `refused`: who said that they cannot do it. `waited`: how far a call for somebody was told
    here, taken by nobody; work to do waits on its list.
    """

    told: frozenset[str]
    urgent: bool
    outside_step: int = 0
    outside_now: bool = False
    refused: frozenset[str] = frozenset()
    waited: int = 0


def whose(check_in_ids: Collection[str]) -> dict[str, Whose]:
    """Return what these check-ins are."""
    rows = db.session.execute(
        select(
            CheckInRow.id,
            CheckInRow.person_id,
            PersonRow.house_id,
            CheckInRow.asks,
            CheckInRow.flow_version_id,
            CheckInRow.channel,
            CheckInRow.sent_at,
            CheckInRow.left_told_at,
        )
        .join(PersonRow, PersonRow.id == CheckInRow.person_id)
        .where(CheckInRow.id.in_(check_in_ids))
    )
    return {
        row.id: Whose(
            row.person_id,
            row.house_id,
            row.asks,
            row.flow_version_id,
            row.channel,
            row.sent_at is not None,
            row.left_told_at is not None,
        )
        for row in rows
    }


def homes(person_ids: Collection[str]) -> dict[str, tuple[str, str | None]]:
    """Return each person's house and keyworker."""
    rows = db.session.execute(
        select(PersonRow.id, PersonRow.house_id, PersonRow.keyworker_id).where(
            PersonRow.id.in_(person_ids)
        )
    )
    return {row.id: (row.house_id, row.keyworker_id) for row in rows}


def called_about(
    check_in_ids: Collection[str], apart: Collection[str], outside: str, to_read: Collection[str]
) -> dict[str, Called]:
    """Return who was told of, or took, the alerts that these check-ins raised.

    What is about something else (kinds `apart`), such as a call for help meanwhile, is left out.
    `outside`: the kind of an alert for those outside the house. `to_read`: the kinds of work to
    read it: who is told that words wait is told of no more than that, until they take it.
    """
    if not check_in_ids:
        return {}
    rows = db.session.execute(_raised_by(check_in_ids, apart)).all()
    told: dict[str, set[str]] = defaultdict(set)
    at_once: dict[bool, set[str]] = {True: set(), False: set()}  # those outside, and here
    steps = {}
    waited: dict[str, int] = defaultdict(int)
    refused = _refused({row.id: row.check_in_id for row in rows})
    for row in rows:
        waits_alone = row.kind in to_read and row.task
        handed = (row.taken_by, None if waits_alone else row.staff_id)
        told[row.check_in_id].update(filter(None, handed))
        if row.level == "now":
            at_once[row.kind == outside].add(row.check_in_id)
        if row.kind == outside:
            steps[row.check_in_id] = row.step
        elif row.first_taken_at is None and not row.task:
            waited[row.check_in_id] = max(waited[row.check_in_id], row.step)
    return {
        key: Called(
            frozenset(staff),
            key in at_once[False],
            steps.get(key, 0),
            key in at_once[True],
            frozenset(refused[key]),
            waited[key],
        )
        for key, staff in told.items()
    }


def _raised_by(check_in_ids: Collection[str], apart: Collection[str]) -> Select[*tuple[Any, ...]]:
    """Ask for these alerts, one row for each message of theirs."""
    return (
        select(
            AlertRow.check_in_id, AlertRow.level, AlertRow.kind, AlertRow.step, AlertRow.taken_by,
            AlertRow.first_taken_at, AlertRow.task, AlertRow.id, MessageRow.staff_id,
        )
        .outerjoin(MessageRow, MessageRow.alert_id == AlertRow.id)
        .where(AlertRow.check_in_id.in_(check_in_ids), AlertRow.kind.not_in(apart))
    )  # fmt: skip


def _refused(check_in_of: Mapping[str, str]) -> Mapping[str, set[str]]:
    """Return by check-in who gave back or refused one of these alerts (ids)."""
    found: dict[str, set[str]] = defaultdict(set)
    if check_in_of:
        asked = select(AlertStepRow.alert_id, AlertStepRow.staff_id).where(
            AlertStepRow.alert_id.in_(check_in_of), AlertStepRow.kind == "given_back"
        )
        for alert_id, staff_id in db.session.execute(asked):
            found[check_in_of[alert_id]].add(staff_id or "")
    return found


def roles_in_houses(house_ids: Collection[str]) -> dict[str, dict[str, frozenset[str]]]:
    """Return by house the roles of each active member of staff."""
    rows = db.session.execute(
        select(staff_houses.c.house_id, Staff.id, Role.name)
        .join(Staff, Staff.id == staff_houses.c.staff_id)
        .outerjoin(staff_roles, staff_roles.c.staff_id == Staff.id)
        .outerjoin(Role, Role.id == staff_roles.c.role_id)
        .where(staff_houses.c.house_id.in_(house_ids), Staff.active)
    )
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for house_id, staff_id, role in rows:
        found[house_id][staff_id].update({role} if role else ())
    return {
        house: {one: frozenset(roles) for one, roles in staff.items()}
        for house, staff in found.items()
    }


def owners_of_loops(person_ids: Collection[str]) -> Mapping[str, frozenset[str]]:
    """Return by person who does, or did, something about what they said."""
    rows = db.session.execute(
        select(LoopRow.person_id, LoopRow.owner_id)
        .where(LoopRow.person_id.in_(person_ids), LoopRow.owner_id.is_not(None))
        .distinct()
    )
    found: dict[str, set[str]] = defaultdict(set)
    for person_id, owner_id in rows:
        found[person_id].add(owner_id or "")
    return {person: frozenset(owners) for person, owners in found.items()}


def step_of_media(check_in_ids: Collection[str]) -> dict[str, str]:
    """Return at which step each voice note, photo or drawing was given."""
    rows = db.session.execute(
        select(AnswerRow.step, AnswerRow.media).where(AnswerRow.check_in_id.in_(check_in_ids))
    )
    return {one: step for step, media in rows for one in media}
