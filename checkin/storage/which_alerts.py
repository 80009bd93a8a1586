"""Which alerts somebody sees: of houses, of a person, of a check-in, the most pressing."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence, Set
from datetime import datetime
from functools import cache

from sqlalchemy import Select, and_, bindparam, case, exists, func, or_, select
from sqlalchemy.orm import aliased

from checkin.conversation.flows.level import Level
from checkin.lives.alert import LIVE, AlertState
from checkin.storage.tables import AlertRow, MessageRow, db
from checkin.storage.writing import among

PRESSING = ("now", "soon")


def alerts_of_houses(
    house_ids: Sequence[str], states: Sequence[AlertState] = LIVE, most: int = 200
) -> Sequence[AlertRow]:
    """Return the alerts of these houses, the newest first."""
    return db.session.scalars(
        select(AlertRow)
        .where(AlertRow.house_id.in_(house_ids), AlertRow.state.in_(states))
        .order_by(AlertRow.opened_at.desc())
        .limit(most)
    ).all()


def pressing_alerts(
    house_ids: Sequence[str], levels: Sequence[str], most: int, after: int = 0
) -> Sequence[AlertRow]:
    """Return live alerts of these houses in order of `levels`, the longest waiting first.

    `after`: how many of them to leave out, for whoever has read those.
    """
    place = case({level: number for number, level in enumerate(levels)}, value=AlertRow.level)
    return db.session.scalars(
        select(AlertRow)
        .where(AlertRow.house_id.in_(house_ids), AlertRow.state.in_(LIVE))
        .order_by(place, AlertRow.opened_at, AlertRow.title, AlertRow.id)
        .offset(after)
        .limit(most)
    ).all()


def calls_over_since(house_ids: Sequence[str], since: datetime) -> Sequence[AlertRow]:
    """Return the calls for somebody in these houses that ended since then, work left out, in order."""
    return db.session.scalars(
        select(AlertRow)
        .where(
            AlertRow.house_id.in_(house_ids),
            AlertRow.state.not_in(LIVE),
            AlertRow.closed_at >= since,
            AlertRow.about == "person",
            AlertRow.task.is_(False),
        )
        .order_by(AlertRow.opened_at, AlertRow.id)
    ).all()


def alerts_of_person(person_id: str, most: int = 50, after: int = 0) -> Sequence[AlertRow]:
    """Return a person's alerts, the newest first; without the first `after` of them."""
    return db.session.scalars(
        select(AlertRow)
        .where(AlertRow.person_id == person_id)
        .order_by(AlertRow.opened_at.desc(), AlertRow.title, AlertRow.id)
        .offset(after)
        .limit(most)
    ).all()


def live_of_person(person_id: str) -> Sequence[AlertRow]:
    """Return the alerts about a person that nobody has closed, work to do left out."""
    return db.session.scalars(
        select(AlertRow)
        .where(
            AlertRow.person_id == person_id,
            among(AlertRow.state, LIVE),
            AlertRow.about == "person",
            AlertRow.task.is_(False),
        )
        .order_by(AlertRow.opened_at)
    ).all()


def live_from(number: str) -> Sequence[AlertRow]:
    """Return the live alerts for cries from a number that was nobody's; the oldest first."""
    return db.session.scalars(
        select(AlertRow)
        .where(AlertRow.from_number == number, among(AlertRow.state, LIVE))
        .order_by(AlertRow.opened_at)
    ).all()


def live_said_in(person_id: str, check_in_id: str | None, kind: str) -> Sequence[AlertRow]:
    """Return a person's live alerts of one kind that come from a check-in, or from none; the oldest first."""
    return db.session.scalars(
        select(AlertRow)
        .where(
            AlertRow.person_id == person_id,
            among(AlertRow.state, LIVE),
            AlertRow.kind == kind,
            AlertRow.check_in_id.is_not_distinct_from(check_in_id),
        )
        .order_by(AlertRow.opened_at)
    ).all()


def live_kinds(person_ids: Collection[str]) -> Mapping[str, Set[tuple[str, Level]]]:
    """Return, for each of these people, what kinds of alerts about them nobody has closed, each with its level."""
    rows = db.session.execute(
        select(AlertRow.person_id, AlertRow.kind, AlertRow.level).where(
            AlertRow.person_id.in_(person_ids),
            among(AlertRow.state, LIVE),
            AlertRow.about == "person",
            AlertRow.task.is_(False),
        )
    )
    found: dict[str, set[tuple[str, Level]]] = defaultdict(set)
    for person_id, kind, level in rows:
        found[person_id or ""].add((kind, level))
    return found


def rung_for_and_told(
    rung: tuple[str, ...], told: tuple[str, ...], since: datetime
) -> Sequence[str]:
    """Return whom staff ring, and who told some alone of what calls these, or did until lately (ids).

    `rung`, `told`: the kinds of such alerts. `since`: from when on it was closed lately.
    """
    found = db.session.scalars(_rung_for_and_told(rung, told), {"since": since})
    return [one for one in found if one]


@cache  # asked at each look: writing it costs more than asking it
def _rung_for_and_told(rung: tuple[str, ...], told: tuple[str, ...]) -> Select[str | None]:
    hurt = aliased(AlertRow)
    calls = and_(among(hurt.state, LIVE), hurt.level.in_(PRESSING))
    lately = hurt.closed_at >= bindparam("since")
    of_them = hurt.person_id == AlertRow.person_id, hurt.kind.in_(told)
    tells = exists().where(*of_them, or_(calls, lately))
    rung_for = AlertRow.kind.in_(rung), among(AlertRow.state, LIVE), AlertRow.level.in_(PRESSING)
    some = select(AlertRow.person_id).where(*rung_for, tells)
    return some.distinct().order_by(AlertRow.person_id)


def houses_that_told(staff_id: str) -> Sequence[str]:
    """Return the ids of the houses of which a member of staff was told of a live alert."""
    return db.session.scalars(
        select(AlertRow.house_id)
        .where(
            among(AlertRow.state, LIVE),
            exists().where(MessageRow.alert_id == AlertRow.id, MessageRow.staff_id == staff_id),
        )
        .distinct()
    ).all()


def told_to(staff_id: str) -> list[tuple[AlertRow, datetime]]:
    """Return the live alerts that a member of staff was told of, each with when last."""
    told = (
        select(MessageRow.alert_id, func.max(MessageRow.sent_at).label("at"))
        .where(MessageRow.staff_id == staff_id, MessageRow.sent_at.is_not(None))
        .group_by(MessageRow.alert_id)
        .subquery()
    )
    rows = db.session.execute(
        select(AlertRow, told.c.at)
        .join(told, told.c.alert_id == AlertRow.id)
        .where(among(AlertRow.state, LIVE))
        .order_by(told.c.at)
    )
    return [(alert, at) for alert, at in rows]


def which_raised(kind: str, check_in_ids: Collection[str]) -> Set[str]:
    """Return which of these check-ins raised an alert of this kind."""
    raised = select(AlertRow.check_in_id).where(
        AlertRow.kind == kind, AlertRow.check_in_id.in_(check_in_ids)
    )
    return {one for one in db.session.scalars(raised) if one}


def raised_of_person(person_id: str, kinds: Collection[str]) -> Set[str]:
    """Return which check-ins of a person raised an alert of these kinds, open or closed."""
    raised = select(AlertRow.check_in_id).where(
        AlertRow.person_id == person_id, AlertRow.kind.in_(kinds)
    )
    return {one for one in db.session.scalars(raised) if one}


def closed_since(person_id: str, kind: str, since: datetime) -> Sequence[AlertRow]:
    """Return the alerts of one kind about a person that were closed since then; the oldest first."""
    return db.session.scalars(
        select(AlertRow)
        .where(AlertRow.person_id == person_id, AlertRow.kind == kind, AlertRow.closed_at >= since)
        .order_by(AlertRow.closed_at)
    ).all()


def alerts_of_check_in(check_in_id: str) -> Sequence[AlertRow]:
    """Return the alerts that one check-in raised."""
    return db.session.scalars(select(AlertRow).where(AlertRow.check_in_id == check_in_id)).all()
