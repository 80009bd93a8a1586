"""The facts that decide who may see what (agreements/seeing.py), for many rows in few questions."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, select

from checkin.agreements.seen import NOBODY, Was
from checkin.conversation.flows.flow import Channel
from checkin.storage.alert_steps import who_cannot
from checkin.storage.tables import (
    AlertRow,
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
    """Who was called because of a check-in, whether at once or soon, and how far those outside were told.

    `outside_now`: those outside are called at once. `refused`: who said that they cannot do it.
    `waited`: how far a call for somebody was told here, taken by nobody; work to do waits on its
    list. `errands`: by alert what became of each that carries no words, which counts for it alone.
    `promises`: by promise (loop) who was told of work about it.
    """

    told: frozenset[str]
    urgent: bool
    soon: bool = False
    outside_step: int = 0
    outside_now: bool = False
    refused: frozenset[str] = frozenset()
    waited: int = 0
    errands: Mapping[str, Was] = field(default_factory=dict)
    promises: Mapping[str, frozenset[str]] = field(default_factory=dict)


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


class Kinds(NamedTuple):
    """What kinds of alerts are to the words of the check-in that raised them.

    `apart`: about something else, such as a call for help meanwhile. `outside`: for those outside
    the house. `asked`: some alone are asked for. `errands`: they carry no words. `to_read`: work to
    read them; who is told that words wait is told of no more than that, until they take it.
    `promise_of`: about which promise a kind of work is, by its group.
    """

    apart: Collection[str]
    outside: str
    asked: str
    errands: Collection[str]
    to_read: Collection[str]
    promise_of: Callable[[str, str], str | None]


def called_about(check_in_ids: Collection[str], kinds: Kinds) -> dict[str, Called]:
    """Return who was told of, or took, the alerts that these check-ins raised."""
    if not check_in_ids:
        return {}
    rows = db.session.execute(_raised_by(check_in_ids, kinds.apart)).all()
    refused = who_cannot({row.id for row in rows})
    raised: dict[str, dict[str, list[Row[Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        raised[row.check_in_id][row.id].append(row)
    return {key: _called(list(alerts.values()), refused, kinds) for key, alerts in raised.items()}


def _called(
    alerts: Sequence[Sequence[Row[Any]]], refused: Mapping[str, Collection[str]], kinds: Kinds
) -> Called:
    """Return it of one check-in: its alerts, each as its rows."""
    was = [(each[0], _was(each, refused[each[0].id], kinds)) for each in alerts]
    words = [one for alert, one in was if alert.kind not in kinds.errands]
    outside = [alert for alert, _ in was if alert.kind == kinds.outside]
    at_once = {alert.kind == kinds.outside for alert, _ in was if alert.level == "now"}
    return Called(
        NOBODY.union(*(one.told for one in words)),
        urgent=False in at_once,
        soon=any((alert.kind, alert.level) == (kinds.asked, "soon") for alert, _ in was),
        outside_step=max((alert.step for alert in outside), default=0),
        outside_now=True in at_once,
        refused=NOBODY.union(*(one.refused for one in words)),
        waited=max((one.waited for one in words), default=0),
        errands={alert.id: one for alert, one in was if alert.kind in kinds.errands},
        promises=_told_of_promises(was, kinds),
    )


def _told_of_promises(
    was: Sequence[tuple[Row[Any], Was]], kinds: Kinds
) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for alert, one in was:
        if promise := kinds.promise_of(alert.kind, alert.group_key):
            found[promise] |= one.told
    return dict(found)


def _was(rows: Sequence[Row[Any]], refused: Collection[str], kinds: Kinds) -> Was:
    """Return what became of one alert, by its rows: one for each message."""
    alert = rows[0]
    waits = alert.kind != kinds.outside and alert.first_taken_at is None and not alert.task
    waits_alone = alert.kind in kinds.to_read and alert.task
    handed = {None if waits_alone else row.staff_id for row in rows} | {alert.taken_by}
    return Was(frozenset(filter(None, handed)), frozenset(refused), alert.step if waits else 0)


def _raised_by(check_in_ids: Collection[str], apart: Collection[str]) -> Select[*tuple[Any, ...]]:
    """Ask for these alerts, one row for each message of theirs."""
    return (
        select(
            AlertRow.check_in_id, AlertRow.level, AlertRow.kind, AlertRow.step, AlertRow.taken_by,
            AlertRow.first_taken_at, AlertRow.task, AlertRow.id, AlertRow.group_key, MessageRow.staff_id,
        )
        .outerjoin(MessageRow, MessageRow.alert_id == AlertRow.id)
        .where(AlertRow.check_in_id.in_(check_in_ids), AlertRow.kind.not_in(apart))
    )  # fmt: skip


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
