"""The alerts of which nobody could be told at their last step."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import aliased

from checkin.lives.alert import LIVE, TOLD_NOBODY
from checkin.storage.tables import AlertRow, AlertStepRow, db
from checkin.storage.writing import among

TOLD = ("telling", "not_told")


def is_so(alert_id: str) -> bool:
    """Say whether nobody could be told of this one at its last step."""
    found = select(AlertRow.id).where(AlertRow.id == alert_id, _at_its_last_step())
    return db.session.scalar(found) is not None


def alerts_of(house_ids: Collection[str] | None = None) -> Sequence[AlertRow]:
    """Return those that nobody has, the oldest first: of all houses, or of some."""
    live = among(AlertRow.state, LIVE), AlertRow.state == "open"
    every = select(AlertRow).where(*live, _at_its_last_step())
    some = every if house_ids is None else every.where(AlertRow.house_id.in_(house_ids))
    return db.session.scalars(some.order_by(AlertRow.opened_at, AlertRow.id)).all()


def _at_its_last_step() -> ColumnElement[bool]:
    """Return the condition that the last step which tells of an alert could tell nobody."""
    told = aliased(AlertStepRow)
    last = (
        select(func.max(told.number))
        .where(told.alert_id == AlertRow.id, told.kind.in_(TOLD))
        .correlate(AlertRow)  # its own last step: of no other alert
        .scalar_subquery()
    )
    return exists().where(
        AlertStepRow.alert_id == AlertRow.id,
        AlertStepRow.number == last,
        AlertStepRow.kind == "not_told",
        AlertStepRow.words.startswith(TOLD_NOBODY, autoescape=True),
    )
