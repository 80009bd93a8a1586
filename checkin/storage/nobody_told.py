"""The alerts of which nobody could be told at their last step."""

from collections.abc import Collection, Sequence
from functools import cache

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import aliased

from checkin.lives.alert import LIVE, TOLD_NOBODY
from checkin.storage.alert_steps import steps_of
from checkin.storage.tables import AlertRow, AlertStepRow, db
from checkin.storage.writing import among

TOLD = ("telling", "not_told")


def is_so(alert_id: str) -> bool:
    """Say whether nobody could be told of this one at its last step."""
    steps = [one for one in steps_of(alert_id) if one.kind in TOLD]
    return bool(steps) and steps[-1].words.startswith(TOLD_NOBODY)


def alerts_of(house_ids: Collection[str] | None = None) -> Sequence[AlertRow]:
    """Return those that nobody has, the oldest first: of all houses, or of some."""
    every = _every()
    some = every if house_ids is None else every.where(AlertRow.house_id.in_(house_ids))
    return db.session.scalars(some).all()


@cache  # asked at each look: writing it costs more than asking it
def _every() -> Select[AlertRow]:
    told = aliased(AlertStepRow)
    last = (
        select(func.max(told.number))
        .where(told.alert_id == AlertRow.id, told.kind.in_(TOLD))
        .correlate(AlertRow)  # its own last step: of no other alert
        .scalar_subquery()
    )
    nobody = exists().where(
        AlertStepRow.alert_id == AlertRow.id,
        AlertStepRow.number == last,
        AlertStepRow.kind == "not_told",
        AlertStepRow.words.startswith(TOLD_NOBODY, autoescape=True),
    )
    nobody_has = among(AlertRow.state, LIVE), AlertRow.state == "open", nobody
    return select(AlertRow).where(*nobody_has).order_by(AlertRow.opened_at, AlertRow.id)
